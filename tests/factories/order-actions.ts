import { placeOrder } from "#tests/store/actions/place-order";
import { orderDetail } from "~/features/orders/queries.server";
import { refreshOrder } from "~/features/orders/refresh-order.server";
import { loadAction } from "~/features/returns/action-store.server";
import { type AskAction, askAction } from "~/features/returns/actions/ask-action.server";
import { ACTION_SCOPES } from "~/platform/shopify/scopes";
import { newId, numberOf } from "~/values/ids";
import { SHOP } from "../setup/database";
import { openReturnDay, type ReturnDay } from "./return-day";
import { MAYA } from "./return-outcome";

/** As `openReturnDay`, where the merchant has allowed all that staff do about orders. */
export async function openActionDay(): Promise<ReturnDay> {
  const day = await openReturnDay();
  day.store.installs.grant(SHOP, Object.values(ACTION_SCOPES));
  return day;
}

/** An order that was paid for and not sent yet, mirrored. */
export async function unshipped(day: ReturnDay, order: Parameters<typeof placeOrder>[1] = {}) {
  const placed = await placeOrder(day.store, order);
  const id = numberOf(placed.id);
  await refreshOrder(day.shop, id, "staff");
  const mirrored = await day.shop.transact((tx) => orderDetail(tx, id));
  if (!mirrored) throw new Error("The order was not mirrored");
  return mirrored;
}

/** Asks as Maya does, from the order's own page, and answers what came of the asking. */
export const asked = (
  day: ReturnDay,
  orderId: string,
  kind: string,
  what: unknown,
  more: Partial<AskAction> & { by?: typeof MAYA } = {},
) => {
  const { by = MAYA, ...ask } = more;
  const whole = { orderId, kind, asked: what, conversationId: null, requestKey: newId(), ...ask };
  return askAction(day.shop, whole, by);
};

/** Asks, lets the worker do it, and answers the action as it is kept. */
export async function did(day: ReturnDay, orderId: string, kind: string, what: unknown) {
  const answer = await asked(day, orderId, kind, what);
  if (!answer.ok) throw new Error(answer.refusal.code);
  await day.work();
  const action = await day.shop.transact((tx) => loadAction(tx, answer.value.id));
  if (!action) throw new Error("The action is gone");
  return action;
}

/** The order's timeline, by kinds of facts, the oldest first. */
export async function told(day: ReturnDay, orderId: string): Promise<string[]> {
  const { rows } = await day.owner.query<{ kind: string }>(
    `select kind from fact where "shopId" = $1 and "orderId" = $2 order by at, id`,
    [day.shop.id, orderId],
  );
  return rows.map((row) => row.kind);
}

/** What the order's ledger holds, paid or promised. */
export async function ledgerOfOrder(day: ReturnDay, orderId: string) {
  const { rows } = await day.owner.query<{ kind: string; amount: string; state: string }>(
    `select kind, amount, state from ledger_entry
     where "shopId" = $1 and "orderId" = $2 and state <> 'voided' order by id`,
    [day.shop.id, orderId],
  );
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}

/** The order as Shopify has it. */
export async function atShopify(day: ReturnDay, orderId: string) {
  const { order } = await day.ask<{
    order: {
      cancelledAt: string | null;
      note: string | null;
      tags: string[];
      shippingAddress: { address1: string; city: string; lastName: string };
      refunds: { note: string | null; totalRefundedSet: { presentmentMoney: { amount: string } } }[];
      lineItems: { nodes: { currentQuantity: number }[] };
    };
  }>(
    `query ($id: ID!) { order(id: $id) { cancelledAt note tags shippingAddress { address1 city lastName }
      refunds(first: 10) { note totalRefundedSet { presentmentMoney { amount } } }
      lineItems(first: 10) { nodes { currentQuantity } } } }`,
    { id: `gid://shopify/Order/${orderId}` },
  );
  return {
    ...order,
    paidBack: order.refunds.map((one) => Number(one.totalRefundedSet.presentmentMoney.amount)),
  };
}
