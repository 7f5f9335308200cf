import type { Shop } from "~/platform/database/shop.server";
import { type ExchangeChoices, variantOfRow } from "./exchange-choices";
import { joins } from "./join-return.server";
import { soon } from "./patience";
import type { ShopPolicy } from "./policy";
import type { Method } from "./policy-schema";
import type { Quote } from "./quote";
import { quoteWith } from "./quote-anew.server";
import { type QuoteAsk, quoteReturn } from "./quote-return.server";
import type { Lines } from "./request-asks";
import { type Draft, type DraftLine, rowOf } from "./request-form";
import { type Asks, needsVariant } from "./request-steps";
import * as store from "./store.server";

/** A draft with everything that its page knows of it. */
export type Drafted = {
  draft: Draft;
  lines: Lines;
  asks: Asks;
  exchange: ExchangeChoices | null;
  gift: boolean;
  /** it waits for a person: so it is put on no approved return */
  waits: boolean;
};

/** The orders of which something was chosen, each with its rows. */
export const perOrder = ({ lines }: Draft, known: Lines): [string, DraftLine[]][] => [
  ...Map.groupBy(lines, (row) => known.get(row.orderLineId)?.orderId ?? "").entries(),
];

/**
 * What would come back of what was chosen so far, by the order. Where nothing is chosen yet it is what stands
 * first that is reckoned with; rows that cannot be reckoned yet are left out. Of a request that can be sent it is
 * exactly what is promised when it is.
 */
export async function quoteRequest(
  shop: Shop,
  policy: ShopPolicy,
  drafted: Drafted,
): Promise<Map<string, Quote>> {
  const { draft, asks, gift } = drafted;
  const method = draft.method ?? asks.methods[0] ?? "label";
  const rows = rowsToQuote(drafted);
  const quotes = await Promise.all(
    perOrder({ ...draft, lines: rows }, drafted.lines).map(async ([orderId, some]) => {
      const lines = some.map((row) => asked(row, drafted));
      const joined =
        draft.addTo && !drafted.waits ? await quoteJoined(shop, draft.addTo, orderId, method, lines) : null;
      if (joined) return [[orderId, joined] as const];
      const quote = await soon(quoteReturn(shop, policy, orderId, { method, gift, lines }));
      return quote?.ok ? [[orderId, quote.value] as const] : [];
    }),
  );
  return new Map(quotes.flat());
}

/** The quote of the whole return on which these would be put; null when they would be one of their own. */
const quoteJoined = (
  shop: Shop,
  addTo: string,
  orderId: string,
  method: Method,
  lines: QuoteAsk["lines"],
): Promise<Quote | null> =>
  shop.transact(async (tx) => {
    const ours = await store.load(tx, addTo);
    const outcomes = lines.map(({ outcome }) => outcome);
    const what = { next: "approve" as const, method, giftEmail: null, outcomes };
    if (ours?.orderId !== orderId || !(await joins(tx, ours, what))) return null;
    return quoteWith(
      tx,
      ours,
      lines.map((line) => ({ ...line, id: null, exchange: null })),
    );
  });

function rowsToQuote({ draft, asks, exchange }: Drafted): DraftLine[] {
  const sums = new Map<string, number>();
  return draft.lines.flatMap((row) => {
    const asked = asks.lines.get(rowOf(row));
    const outcome = row.outcome ?? asked?.outcomes[0] ?? null;
    if (!asked || !outcome || !Number.isSafeInteger(row.quantity) || row.quantity < 1) return [];
    const sum = (sums.get(row.orderLineId) ?? 0) + row.quantity;
    const chosen = exchange && variantOfRow(exchange, { ...row, outcome });
    if (sum > asked.most || (needsVariant(outcome) && !chosen)) return [];
    sums.set(row.orderLineId, sum);
    return [{ ...row, outcome }];
  });
}

function asked(row: DraftLine, { exchange }: Drafted): QuoteAsk["lines"][number] {
  const { orderLineId, quantity, reason, outcome } = row;
  const chosen = exchange && needsVariant(outcome) ? variantOfRow(exchange, row)?.variant : undefined;
  return {
    ...{ orderLineId, quantity, reason: reason ?? "other-reason", outcome: outcome ?? "refund" },
    exchange: chosen ? { variantId: chosen.id, unitPrice: chosen.price.amount } : null,
  };
}
