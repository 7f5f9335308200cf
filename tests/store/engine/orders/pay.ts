import { userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import { type Bag, toMinor } from "../state/money";
import { transactionPayload } from "../webhooks/refund-payload";
import type { Order, Transaction } from "./model";
import { capturableOf, financialStatus, outstanding } from "./payments";
import { atPaymentRate } from "./refunds";
import { note, touch } from "./timeline";
import { addTransaction } from "./transactions";

const SETTLED = ["PAID", "REFUNDED", "PARTIALLY_REFUNDED", "VOIDED"];

export function canMarkAsPaid(order: Order): boolean {
  // An order that was paid owes again once something was added to it: an exchange, an edit.
  return (
    !order.cancelledAt &&
    (outstanding(order).presentment > 0 || !SETTLED.includes(financialStatus(order) ?? ""))
  );
}

export function orderMarkAsPaid(_: unknown, { input }: { input: { id: string } }, { shop }: Context) {
  const order = shop.find<Order>("Order", input.id);
  if (!order) return { order: null, userErrors: [userError(["id"], "Order does not exist")] };
  if (!canMarkAsPaid(order))
    return { order, userErrors: [userError(["id"], "Order cannot be marked as paid.")] };
  const amount = outstanding(order);
  order.declaredFinancialStatus = null;
  const transaction = addTransaction(shop, order, { kind: "SALE", gateway: "manual", amount });
  paid(order, transaction, shop);
  return { order, userErrors: [] };
}

interface CaptureInput {
  id: string;
  parentTransactionId: string;
  amount: string | number;
  currency?: string | null;
}

export function orderCapture(_: unknown, { input }: { input: CaptureInput }, { shop }: Context) {
  const refuse = (field: string[], message: string) => ({
    transaction: null,
    userErrors: [userError(field, message)],
  });
  const order = shop.find<Order>("Order", input.id);
  if (!order) return refuse(["id"], "Order does not exist");
  const parent = shop.find<Transaction>("OrderTransaction", input.parentTransactionId);
  if (parent?.order !== order) return refuse(["parentTransactionId"], "Transaction does not exist");
  const minor = toMinor(input.amount, order.presentmentCurrency);
  if (minor <= 0) return refuse(["amount"], "Amount must be greater than zero");
  if (minor > capturableOf(parent).presentment)
    return refuse(["amount"], "Amount exceeds the capturable amount");
  order.declaredFinancialStatus = null;
  const amount: Bag = atPaymentRate(parent, minor);
  const transaction = addTransaction(shop, order, {
    kind: "CAPTURE",
    gateway: parent.gateway,
    amount,
    parent,
    test: parent.test,
  });
  paid(order, transaction, shop);
  return { transaction, userErrors: [] };
}

function paid(order: Order, transaction: Transaction, shop: Context["shop"]): void {
  note(shop, order, "payment_received", `A payment was received through ${transaction.gateway}.`);
  shop.tell("order_transactions/create", transaction, () => transactionPayload(transaction));
  if (financialStatus(order) === "PAID") touch(shop, order, "orders/paid");
  else touch(shop, order);
}
