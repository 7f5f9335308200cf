import { type UserError, userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import { globalId, numericId } from "../state/ids";
import type { Job } from "../state/model";
import { NOTHING } from "../state/money";
import type { ShopState } from "../state/shop";
import { instantOf } from "../state/time";
import type { Order } from "./model";
import { capturableOf, netPayment, refundableOf } from "./payments";
import { refundableQuantity, unfulfilledQuantity } from "./quantities";
import { issueRefund, overPayments, type RefundPlan } from "./refunds";
import { note, touch } from "./timeline";
import { currentShipping } from "./totals";
import { addTransaction } from "./transactions";

const LONGEST_STAFF_NOTE = 255;

interface Args {
  orderId: string;
  reason: string;
  restock: boolean;
  refund?: boolean | null;
  refundMethod?: {
    originalPaymentMethodsRefund?: boolean | null;
    storeCreditRefund?: { expiresAt?: string | null } | null;
  } | null;
  notifyCustomer?: boolean | null;
  staffNote?: string | null;
}

/** What became of a cancellation that runs in the background. */
export interface CancelResult {
  __typename: "OrderCancelJobResult";
  id: string;
  done: boolean;
  status: string;
  errors: UserError[];
  order: Order;
}

/** Takes the wish and answers with a job; whether it can be done shows when the job runs. */
export function orderCancel(_: unknown, args: Args, { shop }: Context) {
  const order = shop.find<Order>("Order", args.orderId);
  const error = order
    ? problem(order, args, shop)
    : userError(["orderId"], "Order does not exist", "NOT_FOUND");
  if (!order || error) {
    const { field, message } = error ?? { field: null, message: "" };
    return { job: null, jobResult: null, orderCancelUserErrors: [error], userErrors: [{ field, message }] };
  }
  const job = shop.newJob();
  const result: CancelResult = shop.record({
    __typename: "OrderCancelJobResult",
    id: globalId("OrderCancelJobResult", numericId(job.id)),
    done: false,
    status: "STARTED",
    errors: [],
    order,
  });
  order.beingCancelled = true;
  shop.soon(() => carryOut(shop, order, args, job, result));
  return { job, jobResult: result, orderCancelUserErrors: [], userErrors: [] };
}

function problem(order: Order, args: Args, shop: ShopState): UserError | undefined {
  if ((args.staffNote ?? "").length > LONGEST_STAFF_NOTE) {
    const message = `Staff note is too long. Maximum length is ${LONGEST_STAFF_NOTE} characters.`;
    return userError(["staffNote"], message, "INVALID");
  }
  if (args.refund != null && args.refundMethod) {
    return userError(
      ["refund"],
      "Only one of the arguments `refund` or `refund_method` is allowed.",
      "INVALID",
    );
  }
  const credit = args.refundMethod?.storeCreditRefund;
  if (credit && !order.customer) {
    const message = "Store credit refunds require a customer.";
    return userError(["refundMethod", "storeCreditRefund"], message, "STORE_CREDIT_REFUND_MISSING_CUSTOMER");
  }
  const expiresAt = instantOf(credit?.expiresAt);
  if (expiresAt && expiresAt <= shop.now()) {
    const field = ["refundMethod", "storeCreditRefund", "expiresAt"];
    return userError(
      field,
      "Expiration date must be in the future.",
      "STORE_CREDIT_REFUND_EXPIRATION_IN_PAST",
    );
  }
  if (order.cancelledAt) {
    return userError(["orderId"], "Cannot cancel an order that has already been canceled", "INVALID");
  }
  return undefined;
}

function carryOut(shop: ShopState, order: Order, args: Args, job: Job, result: CancelResult): void {
  job.done = true;
  result.done = true;
  order.beingCancelled = false;
  const obstacle = order.cancelledAt
    ? "Cannot cancel an order that has already been canceled"
    : returnInTheWay(order);
  if (obstacle) {
    result.status = "FAILED";
    result.errors = [userError(["orderId"], obstacle, "INVALID")];
    note(shop, order, "cancel_failed", `This order could not be canceled. ${obstacle}`, true);
    return;
  }
  order.cancelledAt = shop.now();
  order.cancelReason = args.reason;
  order.cancellationNote = args.staffNote ?? null;
  voidAuthorizations(shop, order);
  giveBack(shop, order, args);
  for (const each of order.fulfillmentOrders) each.status = "CLOSED";
  if (netPayment(order).presentment === 0) order.closedAt = order.cancelledAt;
  note(shop, order, "cancelled", "This order was canceled.");
  if (args.notifyCustomer)
    note(shop, order, "mail_sent", `Order canceled email was sent to ${order.email ?? "the customer"}.`);
  result.status = "SUCCEEDED";
  touch(shop, order, "orders/cancelled");
}

function returnInTheWay(order: Order): string | undefined {
  const isUnderWay = order.returns.some((each) => each.status === "OPEN" || each.status === "REQUESTED");
  return isUnderWay ? "Cannot cancel an order with a return in progress" : undefined;
}

function voidAuthorizations(shop: ShopState, order: Order): void {
  for (const parent of [...order.transactions]) {
    const amount = capturableOf(parent);
    if (amount.presentment === 0) continue;
    order.declaredFinancialStatus = null;
    addTransaction(shop, order, { kind: "VOID", gateway: parent.gateway, amount, parent, test: parent.test });
  }
}

function giveBack(shop: ShopState, order: Order, args: Args): void {
  const toPayments = args.refund === true || args.refundMethod?.originalPaymentMethodsRefund === true;
  const credit = args.refundMethod?.storeCreditRefund;
  const paid = netPayment(order);
  const isUnpaid = paid.presentment === 0;
  const isRefunded = (toPayments || Boolean(credit)) && !isUnpaid;
  // Only money that the shop keeps leaves the lines standing.
  if (!args.restock && !isRefunded && !isUnpaid) return;
  const lines: RefundPlan["lines"] = order.lineItems
    .filter((line) => refundableQuantity(line) > 0)
    .map((line) => {
      const isWaiting = unfulfilledQuantity(line) > 0;
      const restockType = args.restock && isWaiting ? "CANCEL" : "NO_RESTOCK";
      return {
        line,
        quantity: refundableQuantity(line),
        restockType,
        location: args.restock ? shop.primaryLocation : null,
      };
    });
  const payments = isRefunded && !credit ? overPayments(order, paid, refundableOf) : [];
  const storeCredit = isRefunded && credit ? [{ amount: paid, expiresAt: instantOf(credit.expiresAt) }] : [];
  if (lines.length === 0 && payments.length === 0) return;
  issueRefund(shop, order, {
    lines,
    shipping: isRefunded || isUnpaid ? currentShipping(order) : NOTHING,
    payments,
    storeCredit,
  });
}
