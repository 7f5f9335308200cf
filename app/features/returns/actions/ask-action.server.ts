import { profileOrNull } from "~/features/settings/queries.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { type ActionAccess, mayDo } from "~/platform/shopify/scopes";
import { fetchGrantedScopes } from "~/platform/shopify/shop.server";
import { ok, type Refused, type Result, refuse } from "~/values/result";
import { actionByKey, insertAction, type KeptAction } from "../action-store.server";
import type { Actor } from "../facts";
import { limitFor } from "../start-payout.server";
import { lockOrder } from "../store.server";
import { actionFact } from "./facts";
import { kindOfAction } from "./registry.server";
import { heldStanding, isBusy, startAction, tellOf } from "./start-action.server";

export type AskAction = {
  orderId: string;
  /** the conversation beside which it was asked for; null: on the order's own page */
  conversationId: string | null;
  /** a key of the registry */
  kind: string;
  /** made with the form: a repeated send is the same action */
  requestKey: string;
  /** as the kind's schema reads it */
  asked: unknown;
};
export type Asked = { id: string; state: KeptAction["state"] };

/**
 * Staff ask for something to be done about an order. It is begun at once; above what they may spend alone it waits
 * for somebody who may decide on it. The same form sent again is the same action. Answers its id and state.
 * Refuses `orders.notFound`, `input.invalid`, `actions.needsAccess` (the merchant has not allowed it),
 * `actions.underWay`, and what the kind refuses: `returns.refundTooLarge` (with what is `left`),
 * `returns.quantityTooLarge`, `returns.nothingChosen`, `returns.lineUnknown`, `orders.cancelled`, `orders.shipped`,
 * `orders.returnUnderWay`, `orders.noCustomer`, `orders.notInCatalogue`.
 */
export async function askAction(
  shop: Shop,
  ask: AskAction,
  by: Extract<Actor, { kind: "staff" }>,
): Promise<Result<Asked>> {
  const kind = kindOfAction(ask.kind);
  const read = kind?.schema.safeParse(ask.asked);
  if (!kind || !read?.success) return refuse("input.invalid");
  const barred = await accessRefusal(shop, kind.access(read.data));
  if (barred) return barred;
  return shop.transact(async (tx) => {
    if (!(await lockOrder(tx, ask.orderId))) return refuse("orders.notFound");
    const earlier = await actionByKey(tx, ask.requestKey);
    if (earlier) return earlier.orderId === ask.orderId ? ok(earlier) : refuse("input.invalid");
    const standing = await heldStanding(tx, ask.orderId);
    if (!standing) return refuse("orders.notFound");
    if (await isBusy(tx, ask.orderId, ask.kind)) return refuse("actions.underWay");
    const weighed = kind.weigh(standing, read.data);
    if (!weighed.ok) return weighed;
    const { cost } = weighed.value;
    const needsApproval = await isAbove(tx, ask.orderId, cost, by);
    const action = await insertAction(tx, {
      ...{ orderId: ask.orderId, conversationId: ask.conversationId, kind: ask.kind, cost },
      ...{ requestKey: ask.requestKey, asked: read.data },
      ...{ state: needsApproval ? "waiting" : "pending", askedBy: by.id, askedName: by.name },
    });
    if (!needsApproval) await startAction(tx, action, weighed.value, by);
    else {
      await record(tx, actionFact("asked", action, by));
      await tellOf(tx, action);
    }
    return ok({ id: action.id, state: action.state });
  });
}

/** Is it more than they may spend alone? What costs nothing never is. */
async function isAbove(tx: ShopTx, orderId: string, cost: bigint, by: Actor): Promise<boolean> {
  if (cost === 0n) return false;
  const limit = await limitFor(tx, orderId, by);
  return limit !== null && cost > limit;
}

/** What the merchant allowed a moment ago may not have been heard of yet: Shopify is asked before it is refused. */
async function accessRefusal(shop: Shop, wanted: ActionAccess[]): Promise<Refused | null> {
  if (wanted.length === 0) return null;
  const { scopes = [] } = (await shop.transact(profileOrNull)) ?? {};
  if (wanted.every((one) => mayDo(scopes, one))) return null;
  const granted = await fetchGrantedScopes(shop.id);
  const missing = wanted.find((one) => !mayDo(granted, one));
  return missing ? refuse("actions.needsAccess", { access: missing }) : null;
}
