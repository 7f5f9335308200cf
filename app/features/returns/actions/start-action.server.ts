import { orderDetail } from "~/features/orders/queries.server";
import { shopFace } from "~/features/settings/queries.server";
import { tellChange } from "~/platform/database/changes.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";
import { record } from "~/platform/queue/record.server";
import { leftOfLines, promiseForAction, roomOf } from "../action-ledger-store.server";
import { isUnderWay, type KeptAction, saveAction } from "../action-store.server";
import type { Actor } from "../facts";
import { lockLedger } from "../ledger-store.server";
import { takenLines } from "../store.server";
import { actionFact } from "./facts";
import type { Standing, Weighed } from "./kind";

/** As `standingOf`, its ledger held. Hold the order first. */
export async function heldStanding(tx: ShopTx, orderId: string): Promise<Standing | null> {
  await lockLedger(tx, orderId);
  return standingOf(tx, orderId);
}

/** How the order stands. Null when there is none, or its person was erased. */
export async function standingOf(tx: ShopTx, orderId: string): Promise<Standing | null> {
  const order = await orderDetail(tx, orderId);
  if (!order || order.redacted) return null;
  const ledger = await roomOf(tx, orderId);
  const { profile } = await shopFace(tx);
  return {
    order,
    returned: await takenLines(tx, orderId),
    left: ledger && ledger.paid - ledger.paidOut,
    leftOfLine: await leftOfLines(tx, orderId),
    shopCurrency: profile.currency,
  };
}

/** Of what is done once only, one may be under way. */
export const isBusy = (tx: ShopTx, orderId: string, kind: string): Promise<boolean> =>
  kind === "cancel" ? isUnderWay(tx, orderId, kind) : Promise.resolve(false);

/** Promises what the action pays out, and lets a task do it. Hold the order and its ledger. */
export async function startAction(
  tx: ShopTx,
  action: KeptAction,
  { promise }: Weighed,
  by: Extract<Actor, { kind: "staff" }>,
): Promise<void> {
  if (promise) await promiseForAction(tx, action, promise, by.name);
  await saveAction(tx, action.id, { state: "pending" });
  await record(tx, actionFact("started", action, by));
  await enqueueAction(tx, action.id);
  await tellOf(tx, action);
}

const enqueueAction = (tx: ShopTx, actionId: string) =>
  enqueue(
    tx,
    "do-order-action",
    { actionId },
    { key: `do-order-action:${tx.shopId}:${actionId}`, priority: PRIORITY.shopper },
  );

/** Whoever looks at the conversation sees it. */
export async function tellOf(
  tx: ShopTx,
  { conversationId }: { conversationId: string | null },
): Promise<void> {
  if (conversationId) await tellChange(tx, { kind: "conversation", id: conversationId });
}
