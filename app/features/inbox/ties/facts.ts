import type { Fact } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import type { StaffMember } from "../people";

const byStaff = (kind: string, conversationId: string, by: StaffMember) => ({
  kind: `conversation.${kind}`,
  key: `conversation.${kind}:${conversationId}:${newId()}`,
  conversationId,
  actor: "staff" as const,
  actorName: by.name,
});

/** Staff say that a conversation is about an order, or no longer say so. It stands on both timelines. */
export const orderTied = (conversationId: string, orderId: string, by: StaffMember): Fact => ({
  ...byStaff("orderTied", conversationId, by),
  orderId,
});

export const orderUntied = (conversationId: string, orderId: string, by: StaffMember): Fact => ({
  ...byStaff("orderUntied", conversationId, by),
  orderId,
});

/** Staff say which parcel or which return of its order a conversation is about, or none any more. */
export const saidWhich = (
  conversationId: string,
  part: "parcel" | "return",
  orderId: string,
  by: StaffMember,
): Fact => ({
  ...byStaff(part === "parcel" ? "saidWhichParcel" : "saidWhichReturn", conversationId, by),
  orderId,
});

/** Staff say that a conversation is this customer's, or take that back. */
export const conversationFiled = (conversationId: string, customerId: string, by: StaffMember): Fact => ({
  ...byStaff("filed", conversationId, by),
  data: { customerId },
});

export const conversationUnfiled = (conversationId: string, customerId: string, by: StaffMember): Fact => ({
  ...byStaff("unfiled", conversationId, by),
  data: { customerId },
});
