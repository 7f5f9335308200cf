import { Section } from "~/ui/storefront/page";
import { Amounts, DefinitionList, Notice, Typed } from "~/ui/storefront/parts";
import { titleOf, variantOf } from "../exchange-choices";
import type { Quote } from "../quote";
import { quoteRows } from "../quote-rows";
import type { RequestView } from "../request-view";
import { words } from "../words";
import { type Frame, inSentence } from "./frame";
import { LineHead } from "./storefront-parts";
import { chosenLines } from "./storefront-request";

type Props = { frame: Frame; view: RequestView };

/** Everything once more, with what comes back, before it is sent. */
export function CheckPart({ frame, view }: Props) {
  const { request: says, reasons, form } = words(frame.locale);
  const { method, note } = view.draft;
  const first = view.steps[0] ?? "items";
  return (
    <>
      <h2>{says.titles.check}</h2>
      <div className="aftercare-card">
        <ul className="aftercare-checked">
          {chosenLines(view).map(({ draft, line }) => (
            <li key={line.orderLineId}>
              <LineHead line={line}>
                <div>{words(frame.locale).status.quantity(draft.quantity)}</div>
                {draft.reason && <div>{reasons[draft.reason]}</div>}
                {draft.outcome && <div>{outcomeText(view, frame, draft)}</div>}
              </LineHead>
            </li>
          ))}
        </ul>
        <DefinitionList
          rows={[
            { name: says.method, value: method && says.methods[method].title },
            { name: form.note, value: note && <Typed>{note}</Typed> },
          ]}
        />
        <p>
          <button type="submit" name="go" value={`to-${first}`} className="aftercare-link">
            {says.change}
          </button>
        </p>
      </div>
      {[...view.quotes].map(([orderId, quote]) => (
        <Section key={orderId} id={`quote-${orderId}`} title={quoteTitle(view, orderId, frame)} card>
          <QuoteTable frame={frame} quote={quote} gift={view.gift} />
        </Section>
      ))}
      {view.gift && (
        <Notice title={words(frame.locale).gift.title}>{words(frame.locale).gift.credited}</Notice>
      )}
    </>
  );
}

function quoteTitle(view: RequestView, orderId: string, frame: Frame): string {
  const says = words(frame.locale).request;
  const order = view.orders.find((one) => one.id === orderId);
  return view.quotes.size > 1 && order ? says.quoteOf(inSentence(order.name, frame)) : says.quote;
}

function outcomeText(view: RequestView, frame: Frame, draft: RequestView["draft"]["lines"][number]): string {
  const says = words(frame.locale).request;
  if (!draft.outcome) return "";
  const title = says.outcomes[draft.outcome].title;
  const chosen = view.exchange && variantOf(view.exchange, draft);
  return chosen ? says.outcomeWith(title, titleOf(chosen)) : title;
}

/** What comes back, line by line of reckoning, in the order's currency. */
export function QuoteTable({ frame, quote, gift }: { frame: Frame; quote: Quote; gift: boolean }) {
  const all = words(frame.locale);
  // Whoever was given it paid nothing.
  const says = gift ? { ...all.request.amounts, value: all.gift.value } : all.request.amounts;
  const { rows, tax } = quoteRows(quote, says, (amount) => frame.money({ amount, currency: quote.currency }));
  return (
    <>
      {rows.length > 0 ? <Amounts rows={rows} /> : <p>{says.nothing}</p>}
      {tax && <p className="aftercare-quiet">{tax}</p>}
      {quote.refundBy && quote.total > 0n && <p>{says.refundBy(frame.day(new Date(quote.refundBy)))}</p>}
    </>
  );
}
