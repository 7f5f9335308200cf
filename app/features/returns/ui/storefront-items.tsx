import { Field, SelectField } from "~/ui/storefront/form";
import { Typed } from "~/ui/storefront/parts";
import { errorFor } from "../problem-text";
import { type DraftLine, MOST_PARTS, rowOf } from "../request-form";
import type { RequestLine, RequestOrder, RequestView } from "../request-view";
import { LONGEST_NOTE } from "../schema";
import { words } from "../words";
import { calendarDay, type Frame, inSentence } from "./frame";

type Props = { frame: Frame; view: RequestView };

/** Which things come back, how many of each, and why. */
export function ItemsPart({ frame, view }: Props) {
  const { form: says, request } = words(frame.locale);
  const several = view.orders.length > 1;
  return (
    <>
      {view.orders.map((order) => (
        <fieldset key={order.id} className="aftercare-choose">
          <legend>{several ? request.ofOrder(inSentence(order.name, frame)) : says.which}</legend>
          <ul>
            {openLines(order).map((line) => (
              <Item key={line.orderLineId} frame={frame} view={view} line={line} />
            ))}
          </ul>
        </fieldset>
      ))}
      {view.moreOrders && (
        <p>
          <button type="submit" name="go" value="more" className="aftercare-button aftercare-button-quiet">
            {request.more}
          </button>
        </p>
      )}
      <Field
        id="note"
        name="note"
        label={says.note}
        hint={says.noteHint}
        rows={3}
        maxLength={LONGEST_NOTE}
        value={view.draft.note}
      />
    </>
  );
}

/** What of an order may come back. */
export const openLines = (order: RequestOrder): RequestLine[] =>
  order.lines.filter((line) => line.bar === null);

/** One thing with its box to tick; how many and why are asked once it is ticked. */
function Item({ frame, view, line }: Props & { line: RequestLine }) {
  const { form: says, request } = words(frame.locale);
  const id = line.orderLineId;
  const rows = view.draft.lines.filter((one) => one.orderLineId === id);
  const mayPart = rows.length < MOST_PARTS && line.most > Math.max(1, rows.length);
  return (
    <li>
      <label className="aftercare-pick">
        <input
          type="checkbox"
          id={`pick-${id}`}
          name={`pick-${id}`}
          value="1"
          defaultChecked={rows.length > 0}
        />
        {line.imageUrl && <img src={line.imageUrl} alt="" width={64} height={64} loading="lazy" />}
        <span>
          <span className="aftercare-item-title">
            <Typed>{line.title}</Typed>
          </span>
          <span className="aftercare-quiet">
            {line.variantTitle && (
              <span>
                <Typed>{line.variantTitle}</Typed>
              </span>
            )}
            {line.grounds && <span>{says.until(calendarDay(line.grounds.lastDay, frame))}</span>}
          </span>
        </span>
      </label>
      {(rows.length > 0 ? rows : [undefined]).map((row) => (
        <Row key={row ? rowOf(row) : id} frame={frame} view={view} line={line} row={row} />
      ))}
      {mayPart && (
        <div className="aftercare-pick-more">
          <p>
            <button type="submit" name="go" value={`split-${id}`} className="aftercare-link">
              {request.split}
            </button>
          </p>
        </div>
      )}
    </li>
  );
}

/** How many of a thing, and why. Units that come back for another reason are a row of their own. */
function Row({ frame, view, line, row }: Props & { line: RequestLine; row: DraftLine | undefined }) {
  const { form: says, reasons, request } = words(frame.locale);
  const id = row ? rowOf(row) : line.orderLineId;
  const count = new Intl.NumberFormat(frame.locale);
  const reasonError = errorFor(view, `reason-${id}`, frame.locale);
  const quantityError = errorFor(view, `quantity-${id}`, frame.locale);
  const isFurther = id !== line.orderLineId;
  return (
    <div className={`aftercare-pick-more${isFurther ? " aftercare-pick-further" : ""}`}>
      {isFurther && <input type="hidden" name={`pick-${id}`} value="1" />}
      {(line.most > 1 || quantityError) && (
        <SelectField
          id={`quantity-${id}`}
          name={`quantity-${id}`}
          label={says.quantity}
          value={String(Math.min(row?.quantity || 1, line.most))}
          {...(quantityError ? { error: quantityError } : {})}
          options={Array.from({ length: Math.min(line.most, 100) }, (_, at) => ({
            value: String(at + 1),
            label: count.format(at + 1),
          }))}
        />
      )}
      <SelectField
        id={`reason-${id}`}
        name={`reason-${id}`}
        label={says.reason}
        empty={says.reasonEmpty}
        value={row?.reason ?? ""}
        {...(reasonError ? { error: reasonError } : {})}
        options={view.reasons.map((value) => ({ value, label: reasons[value] }))}
      />
      {isFurther && (
        <p>
          <button type="submit" name="go" value={`unsplit-${id}`} className="aftercare-link">
            {request.unsplit}
          </button>
        </p>
      )}
    </div>
  );
}
