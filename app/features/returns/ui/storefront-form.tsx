import { ErrorSummary, Field, SelectField, StorefrontForm, Submit } from "~/ui/storefront/form";
import { StorefrontPage } from "~/ui/storefront/page";
import { Notice, Typed } from "~/ui/storefront/parts";
import { formatCalendarDay } from "~/values/calendar";
import type { Refusal } from "~/values/result";
import type { ReturnSummary } from "../queries.server";
import type { ReturnableLine } from "../rules";
import { type Fields, LONGEST_NOTE, RETURN_REASONS } from "../schema";
import { type ReturnWords, words } from "../words";
import type { About, ChoosableLine, Frame } from "./frame";
import { Barred } from "./storefront-barred";
import { ReturnList } from "./storefront-list";

type Props = {
  frame: Frame;
  about: About;
  lines: ChoosableLine[];
  returnable: ReturnableLine[];
  /** is it approved at once? */
  auto: boolean;
  windowDays: number;
  returns: ReturnSummary[];
  requestKey: string;
  /** what was sent and could not be taken */
  tried?: { fields: Fields; refusal: Refusal };
};

/** Choosing what to send back. */
export function ReturnFormPage(props: Props) {
  const { frame, about, returnable, auto } = props;
  const says = words(frame.locale);
  const open = returnable.filter((line) => line.bar === null);
  return (
    <StorefrontPage
      {...frame}
      title={says.form.title(about.orderName)}
      back={backToOrder(frame, about)}
      {...(open.length > 0 ? { lead: auto ? says.form.leadAuto : says.form.leadReview } : {})}
    >
      {open.length > 0 ? (
        <Form {...props} open={open} />
      ) : (
        <Notice title={says.form.nothing}>
          <p>{says.form.nothingText}</p>
        </Notice>
      )}
      <Barred {...props} />
      <ReturnList frame={frame} about={about} returns={props.returns} />
    </StorefrontPage>
  );
}

export const backToOrder = (frame: Frame, { orderId, orderName, token }: About) => ({
  href: frame.href("/order", { t: token, o: orderId }),
  label: words(frame.locale).status.order(orderName),
});

function Form({ frame, about, lines, open, requestKey, tried, auto }: Props & { open: ReturnableLine[] }) {
  const says = words(frame.locale).form;
  const fields = tried?.fields ?? {};
  const errors = tried ? errorsOf(tried.refusal, open, says) : null;
  return (
    <StorefrontForm
      action={frame.href("/return")}
      hidden={{ ...(about.token ? { t: about.token } : {}), o: about.orderId, requestKey }}
    >
      {errors && <ErrorSummary title={says.errors.title} errors={errors} />}
      <fieldset className="aftercare-choose">
        <legend>{says.which}</legend>
        <ul>
          {open.map((line) => {
            const item = lines.find((one) => one.id === line.orderLineId);
            return item ? (
              <Choice key={item.id} frame={frame} item={item} line={line} fields={fields} tried={!!tried} />
            ) : null;
          })}
        </ul>
      </fieldset>
      <Field
        id="note"
        name="note"
        label={says.note}
        hint={says.noteHint}
        rows={3}
        maxLength={LONGEST_NOTE}
        value={fields.note ?? ""}
      />
      <Submit>{auto ? says.submitAuto : says.submitReview}</Submit>
    </StorefrontForm>
  );
}

type ChoiceProps = {
  frame: Frame;
  item: ChoosableLine;
  line: ReturnableLine;
  fields: Fields;
  tried: boolean;
};

/** One thing with its box to tick; how many and why are asked once it is ticked. */
function Choice({ frame, item, line, fields, tried }: ChoiceProps) {
  const { form: says, reasons } = words(frame.locale);
  const picked = `pick-${item.id}` in fields;
  const count = new Intl.NumberFormat(frame.locale);
  const reason = fields[`reason-${item.id}`] ?? "";
  return (
    <li>
      <label className="aftercare-pick">
        <input
          type="checkbox"
          id={`pick-${item.id}`}
          name={`pick-${item.id}`}
          value="1"
          defaultChecked={picked}
        />
        {item.imageUrl && <img src={item.imageUrl} alt="" width={64} height={64} loading="lazy" />}
        <span>
          <span className="aftercare-item-title">
            <Typed>{item.title}</Typed>
          </span>
          <span className="aftercare-quiet">
            {item.variantTitle && (
              <span>
                <Typed>{item.variantTitle}</Typed>
              </span>
            )}
            {line.grounds && <span>{says.until(formatCalendarDay(line.grounds.lastDay, frame.locale))}</span>}
          </span>
        </span>
      </label>
      <div className="aftercare-pick-more">
        {line.most > 1 && (
          <SelectField
            id={`quantity-${item.id}`}
            name={`quantity-${item.id}`}
            label={says.quantity}
            value={fields[`quantity-${item.id}`] ?? "1"}
            options={Array.from({ length: Math.min(line.most, 100) }, (_, at) => ({
              value: String(at + 1),
              label: count.format(at + 1),
            }))}
          />
        )}
        <SelectField
          id={`reason-${item.id}`}
          name={`reason-${item.id}`}
          label={says.reason}
          empty={says.reasonEmpty}
          value={reason}
          {...(tried && picked && !reason ? { error: says.errors.reasonMissing } : {})}
          options={RETURN_REASONS.map((value) => ({ value, label: reasons[value] }))}
        />
      </div>
    </li>
  );
}

/** What to mend, each leading to its field. */
function errorsOf({ code, detail }: Refusal, open: ReturnableLine[], says: ReturnWords["form"]) {
  const first = `pick-${open[0]?.orderLineId}`;
  const line = typeof detail?.orderLineId === "string" ? detail.orderLineId : null;
  if (code === "returns.nothingChosen") return [{ fieldId: first, message: says.errors.nothingChosen }];
  if (code === "input.invalid" && line)
    return [{ fieldId: `reason-${line}`, message: says.errors.reasonMissing }];
  if (code === "returns.quantityTooLarge" && line)
    return [{ fieldId: `quantity-${line}`, message: says.errors.tooMany(Number(detail?.most ?? 0)) }];
  const tooOften = code === "limits.tooMany";
  return [{ fieldId: first, message: tooOften ? says.errors.tooOften : says.errors.changed }];
}
