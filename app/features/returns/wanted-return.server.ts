import { orderDetail } from "~/features/orders/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { NeedsMerchant } from "~/platform/queue/failures";
import { type CalculatedReturn, calculateReturn } from "~/platform/shopify/calculate-return.server";
import type { NewReturn } from "~/platform/shopify/returns.server";
import { markedNote, travelling } from "./marker";
import type { OwedLine } from "./owed";
import { owedFor } from "./owed-for-return.server";
import { readQuote } from "./quote";
import type { KeptReturn } from "./store.server";
import { staffWords } from "./words/staff";

const EXCHANGES = ["exchange", "exchangeAny", "replacement"];
type Line = KeptReturn["lines"][number];

const isExchange = (line: Line) =>
  EXCHANGES.includes(line.outcome) && (line.outcome === "replacement" || line.exchangeVariantId !== null);

/** Is something sent instead of what comes back? */
export const wantsExchange = (ours: KeptReturn): boolean => ours.lines.some(isExchange);

/**
 * A return as Shopify is asked for it: what travels, with the fees that were promised as Shopify knows them, and
 * what is sent instead at the price that was promised.
 */
export async function wantedAtShopify(shop: Shop, ours: KeptReturn): Promise<NewReturn> {
  const { owed, order } = await shop.transact(async (tx) => ({
    // What will be owed for all of it: nothing has come yet.
    owed: await owedFor(tx, { ...ours, inspectedAt: null, receivedAt: null }),
    order: await orderDetail(tx, ours.orderId),
  }));
  const byId = new Map(owed?.lines.map((line) => [line.id, line]));
  const variants = new Map(order?.lines.map((line) => [line.id, line.variantId]));
  const exchanged = ours.state === "requested" ? [] : ours.lines.filter(isExchange);
  const goods = exchanged.map((line) => {
    const variantId = line.exchangeVariantId ?? variants.get(line.orderLineId);
    if (!variantId) throw new NeedsMerchant(staffWords.problems.noVariant);
    return { line, variantId };
  });
  const priced = goods.length > 0 ? await pricesOf(shop, ours, goods) : [];
  const money = (amount: bigint) => ({ amount, currency: ours.currency });
  return {
    orderId: ours.orderId,
    requestedAt: ours.requestedAt,
    lines: travelling(ours.lines).map((line) => ({
      fulfilmentLineId: line.fulfilmentLineId,
      quantity: line.quantity,
      reason: line.reason,
      note: markedNote(ours.rma, line.note ?? ours.note),
      restockingPercent: percentOf(byId.get(line.id), order?.taxesIncluded ?? false),
    })),
    shippingFee: money(readQuote(ours.quote)?.returnFee ?? 0n),
    exchange: goods.map(({ line, variantId }, at) => ({
      variantId,
      quantity: line.quantity,
      discount: money(
        discountOf(priced[at], byId.get(line.id)?.exchangeValue ?? 0n, order?.taxesIncluded ?? false),
      ),
    })),
  };
}

/** A restocking fee as the share of the price that Shopify knows it by, to the hundred-thousandth of a percent. */
function percentOf(line: OwedLine | undefined, taxesIncluded: boolean): number {
  if (!line) return 0;
  const price = taxesIncluded ? line.value : line.value - line.tax;
  if (price <= 0n || line.restockingFee <= 0n) return 0;
  return Math.min(100, Number((line.restockingFee * 1_000_000_000n) / price) / 10_000_000);
}

type Priced = CalculatedReturn["exchange"][number];

/** What the goods cost today, in the order asked for; Shopify answers in that order. */
async function pricesOf(
  shop: Shop,
  ours: KeptReturn,
  goods: { line: Line; variantId: string }[],
): Promise<Priced[]> {
  const answer = await calculateReturn(
    shop.id,
    {
      orderId: ours.orderId,
      lines: [],
      exchange: goods.map(({ line, variantId }) => ({ variantId, quantity: line.quantity })),
    },
    "staff",
  );
  return answer?.exchange ?? [];
}

/** What is taken off today's price, so that goods and tax together cost what was promised; never more than it. */
function discountOf(today: Priced | undefined, promised: bigint, taxesIncluded: boolean): bigint {
  if (!today) return 0n;
  const full = today.subtotal + (taxesIncluded ? 0n : today.tax);
  if (promised >= full || full <= 0n) return 0n;
  return today.subtotal - (promised * today.subtotal + full / 2n) / full;
}
