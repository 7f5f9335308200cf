import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Shop } from "~/platform/database/shop.server";
import { TryAgain } from "~/platform/queue/failures";
import { cancellationOf, cancelOrder } from "~/platform/shopify/order-actions.server";
import { fetchOrder } from "~/platform/shopify/orders.server";
import { ok, refuse } from "~/values/result";
import { voidForAction } from "../../action-ledger-store.server";
import { saveAction } from "../../action-store.server";
import { countOrderRefunds } from "../../count-refunds.server";
import { lockLedger } from "../../ledger-store.server";
import { holds } from "../../states";
import { actionWords as words } from "../../words/actions-staff";
import { defineKind, type Performed, type Running } from "../kind";
import { CANCEL_REASONS } from "../reasons";

const schema = z.object({
  reason: z.enum(CANCEL_REASONS),
  refund: z.enum(["payments", "credit", "none"]),
  restock: z.boolean(),
  notify: z.boolean(),
});
type Asked = z.infer<typeof schema>;

/** Cancels an order of which nothing has left, with or without its money. */
export const cancel = defineKind<Asked>({
  key: "cancel",
  schema,
  access: ({ refund }) => (refund === "credit" ? ["storeCredit"] : []),
  weigh({ order, returned, left }, { refund }) {
    if (order.cancelledAt) return refuse("orders.cancelled");
    if (order.parcels.length > 0) return refuse("orders.shipped");
    if (returned.some((one) => holds(one.state))) return refuse("orders.returnUnderWay");
    if (refund === "credit" && !order.customerId) return refuse("orders.noCustomer");
    const amount = refund === "none" || left === null || left < 0n ? 0n : left;
    if (amount === 0n) return ok({ cost: 0n });
    return ok({
      cost: amount,
      promise: { kind: refund === "credit" ? "credit" : "refund", amount, parts: [] },
    });
  },
  perform,
  keeps: (asked) => asked,
});

async function perform(shop: Shop, action: Running<Asked>): Promise<Performed> {
  const { orderId, asked } = action;
  const theirs = await fetchOrder(shop.id, orderId, "staff");
  if (!theirs) return { ok: false, why: words.why.goneThere };
  if (!theirs.cancelledAt) {
    const job = action.externalId ?? (await ask(shop, action));
    if (typeof job !== "string") return job;
    if (!(await isCarriedOut(shop, orderId, job))) return { ok: false, why: words.why.notCancelled };
  }
  // Shopify's own refund is counted in the place of what was promised.
  await countOrderRefunds(shop, orderId);
  await shop.transact(async (tx) => {
    await lockLedger(tx, orderId);
    await voidForAction(tx, action.id);
  });
  return { ok: true, made: asked.refund === "none" ? {} : { refund: asked.refund } };
}

/** Asks once, and notes the number of Shopify's job before anything else. */
async function ask(shop: Shop, { id, orderId, asked, askedBy }: Running<Asked>): Promise<string | Performed> {
  const { notify: _ours, ...wish } = asked;
  // Our own message tells of it, or none does: never two.
  const answer = await cancelOrder(
    shop.id,
    orderId,
    { ...wish, notify: false, note: words.byAftercare },
    askedBy,
  );
  if (!answer.ok) return answer;
  await shop.transact((tx) => saveAction(tx, id, { externalId: answer.value }));
  return answer.value;
}

const LOOKS = 8;
const LOOK_MS = 500;

/** Shopify cancels in the background, as a rule within a second. Throws TryAgain when it takes longer. */
async function isCarriedOut(shop: Shop, orderId: string, jobId: string): Promise<boolean> {
  for (let looks = 0; looks < LOOKS; looks++) {
    const state = await cancellationOf(shop.id, orderId, jobId);
    if (!state || state.cancelled) return state !== null;
    if (state.over) return false;
    await sleep(LOOK_MS);
  }
  throw new TryAgain("Shopify is still cancelling the order");
}
