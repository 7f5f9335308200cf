import { z } from "zod";
import { Refused, type Store } from "../store";
import { ask } from "./ask";
import { gid } from "./customers";

export const orderNamed = z.object({ shop: z.string().optional(), order: z.string() });

/** Accepts an id, a short id, or a name such as `#1001`. */
export async function findOrder(store: Store, shop: string, named: string): Promise<string> {
  if (!named.startsWith("#")) return gid("Order", named);
  const { orders } = await ask<{ orders: { nodes: { id: string; name: string }[] } }>(
    store,
    shop,
    `query PanelFind($query: String!) { orders(first: 10, query: $query) { nodes { id name } } }`,
    { query: `name:"${named.replaceAll(/["\\]/g, "")}"` },
  );
  const found = orders.nodes.find((order) => order.name === named);
  if (!found) throw new Refused(`${shop} has no order ${named}`, 404);
  return found.id;
}

export async function payOrder(store: Store, given: z.input<typeof orderNamed>): Promise<{ id: string }> {
  const { shop, id } = await locate(store, given);
  await ask(
    store,
    shop,
    `mutation PanelPay($input: OrderMarkAsPaidInput!) {
      orderMarkAsPaid(input: $input) { order { id } userErrors { field message } }
    }`,
    { input: { id } },
  );
  return { id };
}

export const cancelOrderInput = orderNamed.extend({
  reason: z.enum(["CUSTOMER", "DECLINED", "FRAUD", "INVENTORY", "OTHER", "STAFF"]).default("CUSTOMER"),
  refund: z.boolean().default(true),
  restock: z.boolean().default(true),
});

export async function cancelOrder(
  store: Store,
  given: z.input<typeof cancelOrderInput>,
): Promise<{ id: string }> {
  const { reason, refund, restock } = cancelOrderInput.parse(given);
  const { shop, id } = await locate(store, given);
  await ask(
    store,
    shop,
    `mutation PanelCancel($orderId: ID!, $reason: OrderCancelReason!, $restock: Boolean!, $refundMethod: OrderCancelRefundMethodInput) {
      orderCancel(orderId: $orderId, reason: $reason, restock: $restock, refundMethod: $refundMethod, notifyCustomer: true) {
        job { id }
        orderCancelUserErrors { field message }
      }
    }`,
    { orderId: id, reason, restock, refundMethod: { originalPaymentMethodsRefund: refund } },
  );
  await store.shopify.settle();
  return { id };
}

export const editOrderInput = orderNamed.extend({
  add: z.object({ variantId: z.string(), quantity: z.number().int().min(1).default(1) }).optional(),
  set: z.object({ lineItemId: z.string(), quantity: z.number().int().min(0) }).optional(),
  note: z.string().optional(),
});

interface Begun {
  orderEditBegin: { calculatedOrder: { id: string; lineItems: { nodes: { id: string }[] } } };
}

/** Adds a thing to an order, or changes how many of one it has. */
export async function editOrder(
  store: Store,
  given: z.input<typeof editOrderInput>,
): Promise<{ id: string }> {
  const { add, set, note } = editOrderInput.parse(given);
  const { shop, id } = await locate(store, given);
  const { orderEditBegin } = await ask<Begun>(
    store,
    shop,
    `mutation PanelEditBegin($id: ID!) {
      orderEditBegin(id: $id) {
        calculatedOrder { id lineItems(first: 100) { nodes { id } } }
        userErrors { field message }
      }
    }`,
    { id },
  );
  const edit = orderEditBegin.calculatedOrder;
  if (add) {
    await ask(
      store,
      shop,
      `mutation PanelEditAdd($id: ID!, $variantId: ID!, $quantity: Int!) {
        orderEditAddVariant(id: $id, variantId: $variantId, quantity: $quantity, allowDuplicates: true) {
          calculatedOrder { id } userErrors { field message }
        }
      }`,
      { id: edit.id, ...add },
    );
  }
  if (set) {
    const number = set.lineItemId.split("/").at(-1);
    const line = edit.lineItems.nodes.find((one) => one.id.split("/").at(-1) === number);
    if (!line) throw new Refused("That line is not on the order");
    await ask(
      store,
      shop,
      `mutation PanelEditSet($id: ID!, $lineItemId: ID!, $quantity: Int!) {
        orderEditSetQuantity(id: $id, lineItemId: $lineItemId, quantity: $quantity, restock: true) {
          calculatedOrder { id } userErrors { field message }
        }
      }`,
      { id: edit.id, lineItemId: line.id, quantity: set.quantity },
    );
  }
  await ask(
    store,
    shop,
    `mutation PanelEditCommit($id: ID!, $staffNote: String) {
      orderEditCommit(id: $id, notifyCustomer: false, staffNote: $staffNote) { order { id } userErrors { field message } }
    }`,
    { id: edit.id, staffNote: note ?? null },
  );
  return { id };
}

export async function locate(
  store: Store,
  given: z.input<typeof orderNamed>,
): Promise<{ shop: string; id: string }> {
  const { shop, order } = orderNamed.parse(given);
  const { domain } = store.shop(shop);
  return { shop: domain, id: await findOrder(store, domain, order) };
}
