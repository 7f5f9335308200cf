import type { ExchangeProduct, ExchangeVariant } from "~/platform/shopify/exchange-variants.server";
import { Field } from "~/ui/storefront/form";
import type { Outcome } from "../policy-schema";
import { errorFor } from "../problem-text";
import { type DraftLine, rowOf } from "../request-form";
import { needsVariant } from "../request-steps";
import type { RequestLine, RequestView } from "../request-view";
import { words } from "../words";
import type { Frame } from "./frame";
import { Choice, LineHead } from "./storefront-parts";
import { chosenLines } from "./storefront-request";

type Props = { frame: Frame; view: RequestView };

/** What they would like for each thing, and how it travels. */
export function HowPart({ frame, view }: Props) {
  const { request: says, status, reasons } = words(frame.locale);
  const asked = chosenLines(view).filter(
    ({ asks }) => asks.outcomes.length > 1 || asks.outcomes.some(needsVariant),
  );
  const { methods } = view.asks;
  const methodError = errorFor(view, "method", frame.locale);
  return (
    <>
      <h2>{says.titles.how}</h2>
      {asked.map(({ draft, line, asks }) => (
        <div key={rowOf(draft)} className="aftercare-card">
          <LineHead line={line}>
            {isSplit(view, draft) && <div>{status.quantity(draft.quantity)}</div>}
            {isSplit(view, draft) && draft.reason && <div>{reasons[draft.reason]}</div>}
          </LineHead>
          <Outcomes frame={frame} view={view} draft={draft} line={line} outcomes={asks.outcomes} />
        </div>
      ))}
      {methods.length > 1 && (
        <fieldset className="aftercare-choices aftercare-card" id="method" tabIndex={-1}>
          <legend>{says.method}</legend>
          {methodError && <p className="aftercare-error">{methodError}</p>}
          {methods.map(
            (method) =>
              method && (
                <Choice
                  key={method}
                  id={`method-${method}`}
                  name="method"
                  value={method}
                  checked={view.draft.method === method}
                  label={says.methods[method].title}
                  hint={says.methods[method].text}
                />
              ),
          )}
        </fieldset>
      )}
    </>
  );
}

/** Does the line come back in several parts? Then each says which it is. */
const isSplit = (view: RequestView, { orderLineId }: DraftLine): boolean =>
  view.draft.lines.filter((one) => one.orderLineId === orderLineId).length > 1;

type OutcomesProps = Props & { draft: DraftLine; line: RequestLine; outcomes: Outcome[] };

function Outcomes({ frame, view, draft, line, outcomes }: OutcomesProps) {
  const says = words(frame.locale).request;
  const id = rowOf(draft);
  const error = errorFor(view, `outcome-${id}`, frame.locale);
  return (
    <fieldset className="aftercare-choices" id={`outcome-${id}`} tabIndex={-1}>
      <legend>{says.outcome}</legend>
      {error && <p className="aftercare-error">{error}</p>}
      {outcomes.map((outcome) => (
        <Choice
          key={outcome}
          id={`outcome-${id}-${outcome}`}
          name={`outcome-${id}`}
          value={outcome}
          checked={draft.outcome === outcome}
          label={says.outcomes[outcome].title}
          hint={[says.outcomes[outcome].text, ...termsOf(frame, view, id, outcome)].join(" ")}
        >
          {outcome === "exchange" && <Versions frame={frame} view={view} draft={draft} line={line} />}
          {outcome === "exchangeAny" && <Anything frame={frame} view={view} draft={draft} />}
        </Choice>
      ))}
    </fieldset>
  );
}

/** What an outcome costs and gives, in words. */
function termsOf(frame: Frame, view: RequestView, id: string, outcome: Outcome): string[] {
  const says = words(frame.locale).request;
  const terms = view.terms.get(id)?.[outcome];
  if (!terms) return [];
  return [
    ...(terms.bonus.amount > 0n ? [says.bonus(frame.money(terms.bonus))] : []),
    ...(terms.restockingFee.amount > 0n ? [says.fee(frame.money(terms.restockingFee))] : []),
  ];
}

/** The other versions of the same thing; those that are sold out cannot be chosen. */
function Versions({ frame, view, draft, line }: Props & { draft: DraftLine; line: RequestLine }) {
  const says = words(frame.locale).request;
  const product = view.exchange?.versions.get(rowOf(draft));
  const name = `variant-${rowOf(draft)}`;
  const chosen = draft.outcome === "exchange" ? draft.variantId : null;
  if (!view.exchange) return <p className="aftercare-quiet">{says.exchangeDown}</p>;
  return (
    <VariantSelect
      frame={frame}
      name={name}
      label={says.variant}
      error={errorFor(view, name, frame.locale)}
      chosen={chosen}
      quantity={draft.quantity}
      products={product ? [product] : []}
      without={line.variantId}
    />
  );
}

/** Anything the shop sells: searched by its name, then chosen. */
function Anything({ frame, view, draft }: Props & { draft: DraftLine }) {
  const says = words(frame.locale).request;
  const id = rowOf(draft);
  const found = view.exchange?.anything.get(id) ?? [];
  if (!view.exchange) return <p className="aftercare-quiet">{says.exchangeDown}</p>;
  return (
    <>
      <div className="aftercare-search">
        <Field
          id={`search-${id}`}
          name={`search-${id}`}
          label={says.search}
          value={draft.search}
          maxLength={60}
        />
        <button type="submit" name="go" value="stay" className="aftercare-button aftercare-button-quiet">
          {says.searchGo}
        </button>
      </div>
      {found.length > 0 ? (
        <VariantSelect
          frame={frame}
          name={`any-${id}`}
          label={says.found}
          error={errorFor(view, `any-${id}`, frame.locale)}
          chosen={draft.outcome === "exchangeAny" ? draft.variantId : null}
          quantity={draft.quantity}
          products={found}
          without={null}
        />
      ) : (
        draft.search && <p role="status">{says.nothingFound}</p>
      )}
    </>
  );
}

type VariantProps = {
  frame: Frame;
  name: string;
  label: string;
  error: string | undefined;
  chosen: string | null;
  quantity: number;
  products: ExchangeProduct[];
  /** this variant is what comes back */
  without: string | null;
};

function VariantSelect({ frame, name, label, error, chosen, quantity, products, without }: VariantProps) {
  const says = words(frame.locale).request;
  const isThere = ({ available }: ExchangeVariant) => available === null || available >= quantity;
  const titleOf = (product: ExchangeProduct, variant: ExchangeVariant) =>
    [products.length > 1 || !variant.title ? product.title : null, variant.title].filter(Boolean).join(" · ");
  return (
    <div className="aftercare-field">
      <label htmlFor={name}>{label}</label>
      {error && (
        <p className="aftercare-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <select
        id={name}
        name={name}
        defaultValue={chosen ?? ""}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
      >
        <option value="">{says.variantEmpty}</option>
        {products.flatMap((product) =>
          product.variants
            .filter((variant) => variant.id !== without)
            .map((variant) => (
              <option key={variant.id} value={variant.id} disabled={!isThere(variant)}>
                {isThere(variant)
                  ? says.variantPrice(titleOf(product, variant), frame.money(variant.price))
                  : says.soldOut(titleOf(product, variant))}
              </option>
            )),
        )}
      </select>
    </div>
  );
}
