import { type ExchangeChoices, variantOfRow } from "./exchange-choices";
import { feesOf, valueOfPieces } from "./fees";
import { askedFor, offeredMethods, offeredOutcomes, shownOutcomes } from "./offers";
import type { ShopPolicy } from "./policy";
import type { Outcome } from "./policy-schema";
import { type Draft, type DraftLine, rowOf } from "./request-form";
import type { Asks, LineAsks } from "./request-steps";
import type { OutcomeTerms, RequestLine } from "./request-view";

/** The lines that are offered, by their ids. */
export type Lines = ReadonlyMap<string, RequestLine>;

/** How many of a line a row is about, as far as that can be told from what was typed. */
const piecesOf = (row: DraftLine, line: RequestLine): number =>
  Math.min(Math.max(1, row.quantity || 1), line.quantity);

const worthOf = (pieces: number, line: RequestLine): bigint =>
  valueOfPieces(line.total.amount, Math.min(pieces, line.quantity), line.quantity);

/** What may become of a row: as the policy offers it for all that comes back of the line together. */
export function outcomesOf(
  policy: ShopPolicy,
  line: RequestLine,
  row: DraftLine,
  draft: Draft,
  gift: boolean,
): Outcome[] {
  const rows = draft.lines.filter((one) => one.orderLineId === row.orderLineId);
  const pieces = rows.reduce((sum, one) => sum + piecesOf(one, line), 0);
  const offered = offeredOutcomes(policy, {
    reason: row.reason ?? undefined,
    value: worthOf(pieces, line),
    rate: line.rate,
    gift,
  });
  // What is sent instead goes to the order's address, which is the giver's to say: a gift is credited.
  const forThem = gift ? offered.filter((outcome) => outcome === "credit") : offered;
  return shownOutcomes(forThem, line.productId !== null && line.variantId !== null);
}

/** What each row of the draft is asked. */
export function asksOf(
  policy: ShopPolicy,
  draft: Draft,
  lines: Lines,
  exchange: ExchangeChoices | null,
  gift: boolean,
): Asks {
  const asks = new Map<string, LineAsks>();
  const wanted = new Map<string, number>();
  for (const row of draft.lines) {
    const line = lines.get(row.orderLineId);
    if (!line) continue;
    const variant = (exchange && variantOfRow(exchange, row))?.variant;
    // Rows that want the same share what there is of it.
    const before = variant ? (wanted.get(variant.id) ?? 0) : 0;
    if (variant) wanted.set(variant.id, before + piecesOf(row, line));
    const available = variant?.available ?? null;
    asks.set(rowOf(row), {
      ...askedFor(policy, row.reason),
      most: line.most,
      outcomes: outcomesOf(policy, line, row, draft, gift),
      chosenAvailable: variant && (available === null ? null : Math.max(0, available - before)),
    });
  }
  return { lines: asks, methods: [...offeredMethods(policy)] };
}

/** What each outcome of each row costs and gives. */
export function termsOf(
  policy: ShopPolicy,
  draft: Draft,
  lines: Lines,
  asks: Asks,
): ReadonlyMap<string, Partial<Record<Outcome, OutcomeTerms>>> {
  const terms = new Map<string, Partial<Record<Outcome, OutcomeTerms>>>();
  for (const row of draft.lines) {
    const line = lines.get(row.orderLineId);
    if (!line) continue;
    const quantity = piecesOf(row, line);
    const value = { amount: worthOf(quantity, line), currency: line.total.currency };
    const of = (outcome: Outcome) =>
      feesOf(policy, { reason: row.reason, outcome, value, quantity }, line.rate);
    const outcomes = asks.lines.get(rowOf(row))?.outcomes ?? [];
    terms.set(rowOf(row), Object.fromEntries(outcomes.map((outcome) => [outcome, of(outcome)])));
  }
  return terms;
}
