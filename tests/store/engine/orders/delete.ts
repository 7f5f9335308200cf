import { userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import { legacyId } from "../state/ids";
import type { Order, Transaction } from "./model";
import { capturableOf } from "./payments";
import { note, touch } from "./timeline";
import { addTransaction } from "./transactions";

/** A real payment keeps an order from being deleted until it is cancelled; a test order may always go. */
export function orderDelete(_: unknown, { orderId }: { orderId: string }, { shop }: Context) {
  const refuse = (message: string, code: string) => ({
    deletedId: null,
    userErrors: [userError(["orderId"], message, code)],
  });
  const order = shop.find<Order>("Order", orderId);
  if (!order) return refuse("Order does not exist", "NOT_FOUND");
  const isBound = order.transactions.some((each) => !each.test);
  if (isBound && !order.test && !order.cancelledAt) return refuse("Order cannot be deleted", "INVALID");
  shop.orders.splice(shop.orders.indexOf(order), 1);
  const parts = [
    order,
    ...order.lineItems,
    ...order.fulfillments,
    ...order.fulfillmentOrders,
    ...order.returns,
  ];
  for (const part of parts) shop.forget(part.id);
  shop.tell("orders/delete", order, () => ({ id: legacyId(order.id) }));
  return { deletedId: orderId, userErrors: [] };
}

interface InvoiceArgs {
  id: string;
  email?: { to?: string | null } | null;
}

export function orderInvoiceSend(_: unknown, { id, email }: InvoiceArgs, { shop }: Context) {
  const order = shop.find<Order>("Order", id);
  if (!order) return { order: null, userErrors: [userError(["id"], "Order does not exist")] };
  const to = email?.to ?? order.email;
  if (!to) {
    const error = userError(
      ["to"],
      "No recipient email address was provided",
      "ORDER_INVOICE_SEND_UNSUCCESSFUL",
    );
    return { order, userErrors: [error] };
  }
  note(shop, order, "mail_sent", `Order invoice email was sent to ${to}.`);
  return { order, userErrors: [] };
}

export function transactionVoid(_: unknown, args: { parentTransactionId: string }, { shop }: Context) {
  const parent = shop.find<Transaction>("OrderTransaction", args.parentTransactionId);
  const amount = parent && capturableOf(parent);
  if (!parent || !amount || amount.presentment === 0) {
    const message = parent ? "Parent transaction is not an open authorization" : "Transaction does not exist";
    const code = parent ? "AUTH_NOT_VOIDABLE" : "TRANSACTION_NOT_FOUND";
    return { transaction: null, userErrors: [userError(["parentTransactionId"], message, code)] };
  }
  const { order } = parent;
  order.declaredFinancialStatus = null;
  const transaction = addTransaction(shop, order, {
    kind: "VOID",
    gateway: parent.gateway,
    amount,
    parent,
    test: parent.test,
  });
  touch(shop, order);
  return { transaction, userErrors: [] };
}
