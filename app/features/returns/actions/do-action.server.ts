import { orderDetail } from "~/features/orders/queries.server";
import { alone } from "~/platform/database/alone.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { log, SafeError } from "~/platform/log.server";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { voidForAction } from "../action-ledger-store.server";
import { type ActionState, loadAction, lockAction, saveAction } from "../action-store.server";
import type { Actor } from "../facts";
import { lockLedger } from "../ledger-store.server";
import { lockOrder } from "../store.server";
import { actionWords as words } from "../words/actions-staff";
import { actionFact } from "./facts";
import type { Performed, Running } from "./kind";
import { kindOfAction } from "./registry.server";
import { tellOf } from "./start-action.server";

/** Shopify's sentence on why not is kept up to this length. */
const LONGEST_WHY = 300;

/**
 * Does what staff asked for at Shopify, once in effect, and notes what came of it. What Shopify refuses is over: its
 * promise is taken back, and its reason shown. Actions of one order are done one at a time.
 */
export async function doAction(shop: Shop, actionId: string): Promise<void> {
  const about = await shop.transact((tx) => loadAction(tx, actionId));
  if (!about) throw new NeverMind("The shop has no such action");
  await alone(turnOf(shop, about), async () => {
    const action = await running(shop, actionId);
    const kind = action && kindOfAction(action.kind);
    if (!kind || action.state !== "pending") throw new NeverMind("The action is over");
    if (!action.begunAt) await shop.transact((tx) => saveAction(tx, actionId, { begunAt: tx.now }));
    const came = await kind.perform(shop, action).catch((error) => asRefused(shop, action, error));
    await endAction(shop, actionId, came.ok ? "done" : "refused", came);
  });
}

/** Actions of one order, and undoing them, are done one at a time. */
const turnOf = (shop: Shop, { orderId }: { orderId: string }) => `order actions ${shop.id} ${orderId}`;

/**
 * What only the merchant can mend ends an action, too, and so does what Shopify refuses as a whole: staff ask anew
 * once it is mended. Unless an earlier call may have been carried out unheard: then it is looked at again later.
 */
async function asRefused(shop: Shop, action: Running<unknown>, error: unknown): Promise<Performed> {
  const isRefusal =
    error instanceof SafeError && !(error instanceof TryAgain) && !(error instanceof NeverMind);
  if (!isRefusal) throw error;
  const now = await shop.transact((tx) => loadAction(tx, action.id));
  if (action.begunAt || now?.externalId) throw new TryAgain("Nobody can say yet whether it was done");
  log.warn({ error }, "Shopify refused what staff asked for");
  return { ok: false, why: error instanceof NeedsMerchant ? error.message : "" };
}

/** Nobody could say for days whether it was done: it is not tried any more. */
export const giveUpAction = (shop: Shop, actionId: string): Promise<void> =>
  endAction(shop, actionId, "refused", { ok: false, why: words.why.gaveUp });

/**
 * Takes back what was done, where that can be; twice at once is once. Refuses `actions.notFound`, `actions.alreadyDecided` for what was not
 * done or was undone before, and `actions.cannotUndo` with Shopify's sentence (`why`).
 */
export async function undoAction(
  shop: Shop,
  actionId: string,
  by: Extract<Actor, { kind: "staff" }>,
): Promise<Result<null>> {
  const about = await shop.transact((tx) => loadAction(tx, actionId));
  if (!about) return refuse("actions.notFound");
  return alone(turnOf(shop, about), async () => {
    const action = await running(shop, actionId);
    const kind = action && kindOfAction(action.kind);
    if (!action || !kind?.undo) return refuse("actions.notFound");
    if (action.state !== "done") return refuse("actions.alreadyDecided", { state: action.state });
    const came = await kind.undo(shop, action);
    if (!came.ok) return refuse("actions.cannotUndo", { why: came.why });
    await endAction(shop, actionId, "undone", came, by);
    return ok(null);
  });
}

async function running(shop: Shop, actionId: string): Promise<Running<unknown> | null> {
  return shop.transact(async (tx) => {
    const action = await loadAction(tx, actionId);
    const order = action && (await orderDetail(tx, action.orderId));
    const kind = action && kindOfAction(action.kind);
    if (!action || !order || !kind) return null;
    // What is over kept only a part of what was asked for.
    const asked = action.state === "pending" ? kind.schema.parse(action.asked) : action.asked;
    return { ...action, order, asked };
  });
}

/** Notes what came of an action; it is told as the deed of whoever asked for it, unless somebody else undid it. */
async function endAction(
  shop: Shop,
  actionId: string,
  state: Extract<ActionState, "done" | "refused" | "undone">,
  came: Performed,
  by: Actor | null = null,
): Promise<void> {
  await shop.transact(async (tx) => {
    const about = await loadAction(tx, actionId);
    if (!about || !(await lockOrder(tx, about.orderId))) return;
    const action = await lockAction(tx, actionId);
    const kind = action && kindOfAction(action.kind);
    if (!action || !kind || action.state !== (state === "undone" ? "done" : "pending")) return;
    if (state === "refused") {
      await lockLedger(tx, action.orderId);
      await voidForAction(tx, actionId);
    }
    const asked = state === "undone" ? {} : { asked: kind.keeps(kind.schema.parse(action.asked)) as object };
    await saveAction(tx, actionId, { ...asked, state, endedAt: tx.now, ...outcomeOf(came) });
    const asker: Actor = { kind: "staff", id: action.askedBy, name: action.askedName };
    await record(tx, actionFact(state, action, by ?? asker));
    await refreshSoon(tx, action.orderId);
    await tellOf(tx, action);
  });
}

const outcomeOf = (came: Performed) =>
  came.ok
    ? {
        ...(came.made ? { made: came.made } : {}),
        ...(came.externalId ? { externalId: came.externalId } : {}),
      }
    : { reason: (came.why || words.why.unsaid).slice(0, LONGEST_WHY) };

/** Our copy of the order follows at once, whenever Shopify's webhook comes. */
const refreshSoon = (tx: ShopTx, orderId: string) =>
  enqueue(
    tx,
    "refresh-order",
    { orderId },
    { key: `refresh-order:${tx.shopId}:${orderId}`, priority: PRIORITY.shopper },
  );
