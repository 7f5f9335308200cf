import { Amounts } from "~/ui/storefront/parts";
import type { Quote } from "../quote";
import { quoteRows } from "../quote-rows";
import type { RequestView } from "../request-view";
import { words } from "../words";
import { type Frame, inSentence } from "./frame";

type Props = { frame: Frame; view: RequestView };

/**
 * What comes back of what was chosen so far, with a button that works it out anew. The script of this page presses
 * it by itself and puts the answer (`QuoteSoFar`) in its place.
 */
export const LiveQuote = ({ frame, view }: Props) => (
  <>
    <div className="aftercare-card" data-aftercare-quote aria-live="polite">
      <QuoteSoFar frame={frame} view={view} />
    </div>
    <p>
      <button
        type="submit"
        name="go"
        value="stay"
        className="aftercare-button aftercare-button-quiet"
        data-aftercare-requote
      >
        {words(frame.locale).request.soFar.update}
      </button>
    </p>
    <script defer src={new URL("storefront-quote.js", frame.stylesheetUrl).href} />
  </>
);

/** What comes back of what was chosen so far, an order each. */
export function QuoteSoFar({ frame, view }: Props) {
  const says = words(frame.locale).request.soFar;
  const quotes = [...view.quotes];
  return (
    <>
      <h2 className="aftercare-quote-title">{says.title}</h2>
      {quotes.length === 0 && <p>{view.draft.lines.length === 0 ? says.nothing : says.unknown}</p>}
      {quotes.map(([orderId, quote]) => (
        <div key={orderId}>
          {quotes.length > 1 && <h3>{quoteTitle(view, orderId, frame)}</h3>}
          <QuoteTable frame={frame} quote={quote} gift={view.gift} />
        </div>
      ))}
    </>
  );
}

/** What stands there when too much was asked: what comes back is said once everything is chosen. */
export function QuoteLater({ frame }: { frame: Frame }) {
  const says = words(frame.locale).request.soFar;
  return (
    <>
      <h2 className="aftercare-quote-title">{says.title}</h2>
      <p>{says.unknown}</p>
    </>
  );
}

export function quoteTitle(view: RequestView, orderId: string, frame: Frame): string {
  const says = words(frame.locale).request;
  const order = view.orders.find((one) => one.id === orderId);
  return view.quotes.size > 1 && order ? says.quoteOf(inSentence(order.name, frame)) : says.quote;
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
