import type { OrderAction, Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";

/** What staff asked to do about an order. */

export const ACTION_STATES = [
  "waiting",
  "pending",
  "done",
  "refused",
  "declined",
  "withdrawn",
  "undone",
] as const;
export type ActionState = (typeof ACTION_STATES)[number];
export type KeptAction = Omit<OrderAction, "state"> & { state: ActionState };

const key = (tx: ShopTx, id: string) => ({ shopId_id: { shopId: tx.shopId, id } });
const kept = (row: OrderAction | null) => row as KeptAction | null;

/** The action that an earlier send of the same form made, if any. */
export const actionByKey = async (tx: ShopTx, requestKey: string): Promise<KeptAction | null> =>
  kept(
    await tx.db.orderAction.findUnique({
      where: { shopId_requestKey: { shopId: tx.shopId, requestKey } },
    }),
  );

export const loadAction = async (tx: ShopTx, id: string): Promise<KeptAction | null> =>
  kept(await tx.db.orderAction.findUnique({ where: key(tx, id) }));

/** The action, its row held until the transaction ends. Hold its order first. */
export async function lockAction(tx: ShopTx, id: string): Promise<KeptAction | null> {
  await tx.db.$queryRaw`
    select 1 from order_action where "shopId" = ${tx.shopId} and id = ${id} for no key update`;
  return loadAction(tx, id);
}

export type NewAction = Pick<
  KeptAction,
  "orderId" | "conversationId" | "kind" | "requestKey" | "cost" | "state" | "askedBy" | "askedName"
> & { asked: Prisma.InputJsonValue };

/** Writes a new action. Answers it. */
export const insertAction = async (tx: ShopTx, action: NewAction): Promise<KeptAction> =>
  (await tx.db.orderAction.create({
    data: { ...action, shopId: tx.shopId, id: newId(tx.now), askedAt: tx.now },
  })) as KeptAction;

export async function saveAction(
  tx: ShopTx,
  id: string,
  changes: Prisma.OrderActionUncheckedUpdateInput,
): Promise<void> {
  await tx.db.orderAction.update({ where: key(tx, id), data: changes });
}

const MOST_SHOWN = 20;

/** The order's actions, the latest first; at most 20. */
export const actionsOf = async (tx: ShopTx, orderId: string): Promise<KeptAction[]> =>
  (await tx.db.orderAction.findMany({
    where: { shopId: tx.shopId, orderId },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    take: MOST_SHOWN,
  })) as KeptAction[];

/** Does an action of this kind wait or run for the order? */
export const isUnderWay = async (tx: ShopTx, orderId: string, kind: string): Promise<boolean> =>
  (await tx.db.orderAction.findFirst({
    where: { shopId: tx.shopId, orderId, kind, state: { in: ["waiting", "pending"] } },
    select: { id: true },
  })) !== null;

const MOST_WAITING = 50;

/** What waits for an approval, the longest first, with its order's name and currency; at most 50. */
export const waitingActions = async (tx: ShopTx) =>
  (await tx.db.orderAction.findMany({
    where: { shopId: tx.shopId, state: "waiting" },
    orderBy: { askedAt: "asc" },
    take: MOST_WAITING,
    include: { order: { select: { name: true, currency: true } } },
  })) as (KeptAction & { order: { name: string; currency: string } })[];

/** How many wait for an approval, counted up to 50. */
export const countWaiting = (tx: ShopTx): Promise<number> =>
  tx.db.orderAction.count({ where: { shopId: tx.shopId, state: "waiting" }, take: MOST_WAITING });

/** Erases what actions on a person's orders still hold of them. Answers how many. */
export const eraseActions = (tx: ShopTx, orderIds: readonly string[]): Promise<number> =>
  emptyActions(tx, { orderId: { in: [...orderIds] } });

/**
 * Takes the words off actions: what was asked for, why it was refused, what came of it. What waits is over then; what
 * is at work keeps what it needs until it is done. Answers how many.
 */
export async function emptyActions(
  tx: ShopTx,
  which: { orderId: { in: string[] } } | { id: { in: string[] } },
): Promise<number> {
  const where = { ...which, shopId: tx.shopId };
  await tx.db.orderAction.updateMany({ where: { ...where, state: "waiting" }, data: { state: "withdrawn" } });
  const { count } = await tx.db.orderAction.updateMany({
    where: { ...where, state: { not: "pending" } },
    data: { asked: {}, made: {}, reason: null },
  });
  return count;
}
