import { Section } from "~/ui/storefront/page";
import { DefinitionList, Notice, Typed } from "~/ui/storefront/parts";
import { titleOf, variantOfRow } from "../exchange-choices";
import { rowOf } from "../request-form";
import type { RequestView } from "../request-view";
import { words } from "../words";
import type { Frame } from "./frame";
import { LineHead } from "./storefront-parts";
import { QuoteTable, quoteTitle } from "./storefront-quote";
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
            <li key={rowOf(draft)}>
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

function outcomeText(view: RequestView, frame: Frame, draft: RequestView["draft"]["lines"][number]): string {
  const says = words(frame.locale).request;
  if (!draft.outcome) return "";
  const title = says.outcomes[draft.outcome].title;
  const chosen = view.exchange && variantOfRow(view.exchange, draft);
  return chosen ? says.outcomeWith(title, titleOf(chosen)) : title;
}
