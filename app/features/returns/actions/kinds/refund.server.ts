import { z } from "zod";
import type { Shop } from "~/platform/database/shop.server";
import { TryAgain } from "~/platform/queue/failures";
import { type RefundedLine, refundPayments } from "~/platform/shopify/credit.server";
import { fetchRestockLocation } from "~/platform/shopify/return-money.server";
import { ok, refuse } from "~/values/result";
import { entryOfAction } from "../../action-ledger-store.server";
import { countOrderRefunds } from "../../count-refunds.server";
import { actionWords as words } from "../../words/actions-staff";
import { chosenLines, linesOf, minorUnits, refundable, sharedOut, unsentOf, worthOf } from "../amounts";
import { defineKind, type Performed, type Running } from "../kind";
import { actionNote } from "../mark";
import { REFUND_REASONS } from "../reasons";

const schema = z.object({
  amount: minorUnits,
  /** what it is for; none: for the order as a whole */
  lines: chosenLines,
  /** do the chosen things go back on the shelf, or stay there? */
  restock: z.boolean(),
  reason: z.enum(REFUND_REASONS),
});
type Asked = z.infer<typeof schema>;

/** Gives money back to how the shopper paid, without a return. */
export const refund = defineKind<Asked>({
  key: "refund",
  schema,
  access: () => [],
  weigh(standing, { amount: typed, lines: chosen }) {
    const { order, returned, left, leftOfLine } = standing;
    const amount = BigInt(typed);
    const lines = linesOf(standing, chosen);
    if (!lines) return refuse("returns.lineUnknown");
    if (lines.some(({ line, quantity }) => quantity > refundable(line, returned)))
      return refuse("returns.quantityTooLarge");
    if (amount <= 0n || left === null || amount > left)
      return refuse("returns.refundTooLarge", { left: String(left ?? 0n) });
    const worths = lines.map(({ line, quantity }) => ({
      id: line.id,
      worth: worthOf(line, quantity, order.taxesIncluded),
      left: leftOfLine.get(line.id) ?? 0n,
    }));
    return ok({ cost: amount, promise: { kind: "refund", amount, parts: sharedOut(amount, worths) } });
  },
  perform,
  keeps: ({ amount, lines, restock, reason }) => ({ amount, lines, restock, reason }),
});

async function perform(shop: Shop, action: Running<Asked>): Promise<Performed> {
  const { order, orderId, asked } = action;
  const money = await countOrderRefunds(shop, orderId);
  if (!money) return { ok: false, why: words.why.goneThere };
  const entry = await shop.transact((tx) => entryOfAction(tx, action.id));
  if (entry?.state === "paid") return { ok: true };
  if (entry?.state !== "intended" || entry.amount > money.received - money.refunded)
    return { ok: false, why: words.why.refundedMeanwhile };
  const answer = await refundPayments(
    shop.id,
    {
      orderId,
      lines: await onTheShelf(shop, action),
      amount: { amount: entry.amount, currency: order.total.currency },
      note: actionNote(words.refundReasons[asked.reason], action.id),
      key: entry.id,
    },
    action.askedBy,
  );
  if (!answer.ok) return { ok: false, why: answer.why || words.why.notPayable };
  await countOrderRefunds(shop, orderId);
  const after = await shop.transact((tx) => entryOfAction(tx, action.id));
  if (after?.state !== "paid") throw new TryAgain("Shopify has not shown the refund yet");
  return { ok: true };
}

/** Where the chosen things go: what has left comes off a parcel, what has not comes off the packing list. */
async function onTheShelf(shop: Shop, { asked, order }: Running<Asked>): Promise<RefundedLine[]> {
  const location = asked.restock && asked.lines.length > 0 ? await fetchRestockLocation(shop.id) : null;
  return asked.lines.map((chosen) => {
    const unsent = chosen.quantity <= unsentOf(order, chosen.orderLineId);
    const shelf = location ? { location, unsent } : null;
    return { ...chosen, shelf };
  });
}
