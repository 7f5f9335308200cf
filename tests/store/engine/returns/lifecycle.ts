import { type UserError, userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import { note } from "../orders/timeline";
import type { ShopState } from "../state/shop";
import { returnPayload } from "../webhooks/return-payload";
import type { Return, ReturnStatus } from "./model";
import { expectGoods } from "./open-return";

const LONGEST_DECLINE_NOTE = 500;

interface Answer {
  return: Return | null;
  userErrors: UserError[];
}

interface DecisionArgs {
  input: { id: string; notifyCustomer?: boolean | null };
}

export function returnApproveRequest(_: unknown, { input }: DecisionArgs, { shop }: Context): Answer {
  const found = shop.find<Return>("Return", input.id);
  if (!found) return refuse(notFound(["input", "id"]));
  if (found.status !== "REQUESTED") {
    const message = "Return is not approvable. Only returns with status REQUESTED can be approved.";
    return refuse(userError(["input", "id"], message, "INVALID_STATE"));
  }
  found.requestApprovedAt = shop.now();
  expectGoods(shop, found);
  if (input.notifyCustomer) mailed(shop, found, "Return request approved");
  return move(shop, found, "OPEN", "returns/approve", "was approved");
}

interface DeclineArgs {
  input: DecisionArgs["input"] & { declineReason: string; declineNote?: string | null };
}

export function returnDeclineRequest(_: unknown, { input }: DeclineArgs, { shop }: Context): Answer {
  const found = shop.find<Return>("Return", input.id);
  if (!found) return refuse(notFound(["input", "id"]));
  if (found.status === "DECLINED") {
    return refuse(userError(["input", "id"], "The return is already declined.", "INVALID_STATE"));
  }
  if (found.status !== "REQUESTED" || found.refunds.length > 0) {
    const message =
      "Return is not declinable. Only non-refunded returns with status REQUESTED can be declined.";
    return refuse(userError(["input", "id"], message, "INVALID_STATE"));
  }
  if ((input.declineNote ?? "").length > LONGEST_DECLINE_NOTE) {
    const message = `Decline note is too long (maximum is ${LONGEST_DECLINE_NOTE} characters)`;
    return refuse(userError(["input", "declineNote"], message, "TOO_LONG"));
  }
  found.decline = { reason: input.declineReason, note: input.declineNote ?? null };
  if (input.notifyCustomer) mailed(shop, found, "Return request declined");
  return move(shop, found, "DECLINED", "returns/decline", "was declined");
}

export function returnCancel(_: unknown, { id }: { id: string }, { shop }: Context): Answer {
  const found = shop.find<Return>("Return", id);
  if (!found) return refuse(notFound(["id"]));
  if (found.status === "CANCELED") return { return: found, userErrors: [] };
  const isTouched = found.lineItems.some((line) => line.processedQuantity > 0 || line.refundedQuantity > 0);
  if (isTouched || !["OPEN", "REQUESTED"].includes(found.status)) {
    return refuse(userError(["id"], "Return is not cancelable.", "INVALID_STATE"));
  }
  for (const reverse of found.reverseFulfillmentOrders) reverse.status = "CANCELED";
  return move(shop, found, "CANCELED", "returns/cancel", "was canceled");
}

export function returnClose(_: unknown, { id }: { id: string }, { shop }: Context): Answer {
  const found = shop.find<Return>("Return", id);
  if (!found) return refuse(notFound(["id"]));
  if (found.status === "CLOSED") return { return: found, userErrors: [] };
  if (found.status !== "OPEN") return refuse(invalidStatus());
  return close(shop, found);
}

export function returnReopen(_: unknown, { id }: { id: string }, { shop }: Context): Answer {
  const found = shop.find<Return>("Return", id);
  if (!found) return refuse(notFound(["id"]));
  if (found.status === "OPEN") return { return: found, userErrors: [] };
  if (found.status !== "CLOSED") return refuse(invalidStatus());
  found.closedAt = null;
  return move(shop, found, "OPEN", "returns/reopen", "was reopened");
}

export function close(shop: ShopState, open: Return): Answer {
  open.closedAt = shop.now();
  return move(shop, open, "CLOSED", "returns/close", "was closed");
}

export function notFound(field: string[]): UserError {
  return userError(field, "Return not found.", "NOT_FOUND");
}

export function refuse(error: UserError): Answer {
  return { return: null, userErrors: [error] };
}

function invalidStatus(): UserError {
  return userError(["id"], "Return status is invalid.", "INVALID_STATE");
}

function move(shop: ShopState, moved: Return, status: ReturnStatus, topic: string, words: string): Answer {
  moved.status = status;
  note(shop, moved.order, topic.replace("returns/", "return_"), `Return ${moved.name} ${words}.`);
  shop.tell(topic, moved, () => returnPayload(moved));
  return { return: moved, userErrors: [] };
}

function mailed(shop: ShopState, { order }: Return, what: string): void {
  note(shop, order, "mail_sent", `${what} email was sent to ${order.email ?? "the customer"}.`);
}
