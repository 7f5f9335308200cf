import { shopFace } from "~/features/settings/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import type { ActionAccess } from "~/platform/shopify/scopes";
import { ACTION_SCOPES, mayDo } from "~/platform/shopify/scopes";
import type { Address } from "~/values/address";
import type { Money } from "~/values/money";
import { type ActionState, actionsOf, type KeptAction, waitingActions } from "./action-store.server";
import { refundable } from "./actions/amounts";
import { mayDecide } from "./actions/decide-action.server";
import { kindOfAction } from "./actions/registry.server";
import { standingOf } from "./actions/start-action.server";
import type { Actor } from "./facts";
import { offeredReasons } from "./offers";
import { currentPolicy, returnable, type ShopPolicy } from "./policy";
import { type Method, OUTCOMES, type Outcome } from "./policy-schema";
import type { ReturnReason } from "./reasons";
import { type LineBar, returnableLines } from "./rules";
import { withGrace } from "./staff-grace";
import { limitFor } from "./start-payout.server";

type StaffActor = Extract<Actor, { kind: "staff" }>;

/** An action as staff see it. */
export type ActionRow = {
  id: string;
  orderId: string;
  conversationId: string | null;
  kind: string;
  state: ActionState;
  cost: Money;
  /** what is kept of what was asked for */
  asked: Readonly<Record<string, unknown>>;
  made: Readonly<Record<string, string>>;
  /** why Shopify refused, or a colleague declined */
  reason: string | null;
  askedName: string;
  askedAt: Date;
  decidedName: string | null;
  endedAt: Date | null;
  may: { decide: boolean; withdraw: boolean; undo: boolean };
};

export type PanelLine = {
  id: string;
  title: string;
  variantTitle: string | null;
  quantity: number;
  total: Money;
  tax: Money;
  /** how many can be refunded without a return */
  refundable: number;
  inCatalogue: boolean;
  /** how many can come back within the policy, and how many when staff take what is late, too */
  returnable: number;
  returnableLate: number;
  bar: LineBar | null;
};

/** All that the forms of the panel need to know of an order. */
export type ActionPanel = {
  order: {
    id: string;
    name: string;
    cancelled: boolean;
    shipped: boolean;
    delivered: boolean;
    underReturn: boolean;
    hasCustomer: boolean;
    email: string | null;
    taxesIncluded: boolean;
    total: Money;
    totalShop: Money;
    address: Address | null;
    note: string;
    tags: string[];
    lines: PanelLine[];
  };
  /** what may still be paid out */
  left: Money;
  /** the most this person may spend alone; null: as much as they like */
  limit: Money | null;
  missing: ActionAccess[];
  returns: { reasons: ReturnReason[]; outcomes: Outcome[]; methods: readonly Method[] };
  actions: ActionRow[];
};

/** What staff may do about an order and have done; null when the shop has no such order, or its person was erased. */
export async function actionPanel(tx: ShopTx, orderId: string, by: StaffActor): Promise<ActionPanel | null> {
  const standing = await standingOf(tx, orderId);
  if (!standing) return null;
  const { order, returned, left } = standing;
  const { profile } = await shopFace(tx);
  const policy = await currentPolicy(tx);
  const asRules = returnable(order, returned);
  const open = openLines(withGrace(policy, { late: false }), asRules, tx.now);
  const late = openLines(withGrace(policy, { late: true }), asRules, tx.now);
  const limit = await limitFor(tx, orderId, by);
  const money = (amount: bigint): Money => ({ amount, currency: order.total.currency });
  const actions = [];
  for (const action of await actionsOf(tx, orderId)) actions.push(await toRow(tx, action, money, by));
  return {
    order: {
      ...{ id: order.id, name: order.name, email: order.email, taxesIncluded: order.taxesIncluded },
      ...{ total: order.total, totalShop: order.totalShop, note: order.note ?? "", tags: order.tags },
      address: order.shippingAddress,
      cancelled: order.cancelledAt !== null,
      shipped: order.parcels.length > 0,
      delivered: order.parcels.some((parcel) => parcel.state === "delivered"),
      underReturn: returned.length > 0,
      hasCustomer: order.customerId !== null,
      lines: order.lines.map((line) => ({
        ...{ id: line.id, title: line.title, variantTitle: line.variantTitle, quantity: line.quantity },
        ...{ total: line.total, tax: line.tax, inCatalogue: line.variantId !== null },
        refundable: refundable(line, returned),
        returnable: open.get(line.id)?.most ?? 0,
        returnableLate: late.get(line.id)?.most ?? 0,
        bar: late.get(line.id)?.bar ?? null,
      })),
    },
    left: money(left !== null && left > 0n ? left : 0n),
    limit: limit === null ? null : money(limit),
    missing: (Object.keys(ACTION_SCOPES) as ActionAccess[]).filter((one) => !mayDo(profile.scopes, one)),
    returns: {
      reasons: offeredReasons(policy),
      outcomes: OUTCOMES.filter((one) => WITHOUT_CHOICE.has(one) && policy.outcomes[one].on),
      methods: policy.methods,
    },
    actions,
  };
}

/** What staff can promise a shopper without picking something from the shelves. */
const WITHOUT_CHOICE: ReadonlySet<Outcome> = new Set(["refund", "credit", "replacement"]);

const openLines = (policy: ShopPolicy, order: ReturnType<typeof returnable>, now: Date) =>
  new Map(returnableLines(policy, order, now).map((line) => [line.orderLineId, line]));

async function toRow(
  tx: ShopTx,
  action: KeptAction,
  money: (amount: bigint) => Money,
  by: StaffActor,
): Promise<ActionRow> {
  const waits = action.state === "waiting";
  const { id, orderId, conversationId, kind, state, reason, askedName, askedAt, decidedName, endedAt } =
    action;
  return {
    ...{ id, orderId, conversationId, kind, state, reason, askedName, askedAt, decidedName, endedAt },
    cost: money(action.cost),
    asked: action.asked as Record<string, unknown>,
    made: action.made as Record<string, string>,
    may: {
      decide: waits && (await mayDecide(tx, action, "grant", by)),
      withdraw: waits && action.askedBy === by.id,
      undo: state === "done" && kindOfAction(kind)?.undo !== undefined,
    },
  };
}

/** A wish that waits for an approval, with the order it is about. */
export type WaitingRow = ActionRow & { orderName: string };

/** What waits in the shop, the longest first; at most 50. */
export async function waitingForApproval(tx: ShopTx, by: StaffActor): Promise<WaitingRow[]> {
  const rows = [];
  for (const { order, ...action } of await waitingActions(tx)) {
    const money = (amount: bigint): Money => ({ amount, currency: order.currency });
    rows.push({ ...(await toRow(tx, action, money, by)), orderName: order.name });
  }
  return rows;
}
