import { orderDetail } from "~/features/orders/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { EXCHANGES, keptTerms, type Owed, type OwedAsk, owed } from "./owed";
import { owedOrder } from "./owed-queries.server";
import { paidUnits } from "./payout";
import type { Outcome } from "./policy-schema";
import { readQuote } from "./quote";
import { creditAs } from "./quote-return.server";
import type { KeptReturn } from "./store.server";

/**
 * What is owed for a return as it stands now: for what was accepted, else for what came, else for all of it, by
 * the fees and the bonus that were promised when it was asked for. Null when its order is gone.
 */
export async function owedFor(tx: ShopTx, ours: KeptReturn): Promise<Owed | null> {
  const order = await orderDetail(tx, ours.orderId);
  if (!order) return null;
  const from = await owedOrder(tx, order, ours.id);
  const terms = keptTerms(ours.lines, readQuote(ours.quote)?.returnFee ?? 0n, creditAs(order, ours.gift));
  return owed(
    terms,
    from,
    ours.lines.flatMap((line) => asked(ours, line, paidUnits(line, ours))),
  );
}

function asked(ours: KeptReturn, line: KeptReturn["lines"][number], quantity: number): OwedAsk[] {
  if (quantity === 0) return [];
  const { id, orderLineId, reason, exchangePrice } = line;
  // What was sent instead was paid for with money: the parcel comes back like any other.
  if (ours.latePaidAt && EXCHANGES.includes(line.outcome as Outcome))
    return [{ id, orderLineId, quantity, reason, outcome: "refund", exchange: null }];
  const exchange = exchangePrice === null ? null : { unitPrice: exchangePrice, tax: null };
  return [{ id, orderLineId, quantity, reason, outcome: line.outcome as Outcome, exchange }];
}

/** What the shopper gets, in the sum that staff confirm: money, credit and gift card, without the bonus. */
export const payable = (what: Pick<Owed, "refund" | "credit" | "giftCard">): bigint =>
  what.refund + what.credit + what.giftCard;
