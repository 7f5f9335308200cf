import type { Fact } from "~/platform/queue/record.server";

/** Who did something to a return. Staff are noted by Shopify's user id, so that Shopify may show it as theirs. */
export type Actor =
  | { kind: "shopper" }
  | { kind: "staff"; id: string; name: string /** of the shop's Shopify account */; owner?: boolean }
  | { kind: "shopify" }
  | { kind: "system" };

/** The return's facts, each once in its life; a reopened one may close again, so closings are numbered by time. */
export type ReturnFactKind =
  | "return.requested"
  | "return.approved"
  | "return.declined"
  | "return.cancelled"
  | "return.labelled"
  | "return.labelAttached"
  | "return.received"
  | "return.scanned"
  | "return.deliveredBack"
  | "return.inspected"
  | "return.approvalAsked"
  | "return.approvalGranted"
  | "return.approvalRefused"
  | "return.refundStarted"
  | "return.refunded"
  | "return.settled"
  | "return.exchangeSent"
  /** the shopper is reminded of a parcel whose exchange was sent before */
  | "return.exchangeReminder"
  | "return.exchangeOverdue"
  /** the goods wait until the difference is paid */
  | "return.exchangeHeld"
  | "return.exchangeReleased"
  /** … and nobody has paid until the day it was due */
  | "return.exchangeUnpaid"
  /** the parcel never came: what was sent is invoiced, and was paid */
  | "return.lateInvoiced"
  | "return.latePaid"
  | "return.invoiced"
  | "return.refundDue"
  | "return.retried"
  | "return.labelReplaced"
  | "return.photoAdded"
  | "return.changed"
  | "return.noted"
  | "return.closed"
  | "return.reopened";

/** Makes a fact of a return. `again` tells apart what may happen more than once. */
export function returnFact(
  kind: ReturnFactKind,
  about: { id: string; orderId: string },
  by: Actor,
  data: Record<string, unknown> = {},
  again = "",
): Fact {
  return {
    kind,
    key: `${kind}:${about.id}${again && `:${again}`}`,
    orderId: about.orderId,
    returnId: about.id,
    actor: by.kind,
    ...(by.kind === "staff" ? { actorName: by.name } : {}),
    data: { ...data, ...(by.kind === "staff" && by.id ? { staffId: by.id } : {}) },
  };
}
