import { emailKey } from "~/values/keys";

/** An order beside a conversation: shown by its shopper to be theirs (`own`), or tied to it by staff. */
export type Tie = {
  orderId: string;
  /** the conversation it stands on: this one, or one that was merged into it */
  holderId: string;
  /** who tied it, and when; null: the shopper's own */
  by: { name: string; at: Date } | null;
};

/** More orders than these nobody looks at beside one conversation. */
export const MOST_TIES = 20;

/**
 * Which order staff look at first: the one they chose while it is still there, else the conversation's own, else what
 * was tied first. `ties` are in the order in which they are listed.
 */
export const firstOf = (ties: readonly Tie[], chosen: string | null): string | null =>
  ties.find(({ orderId }) => orderId === chosen)?.orderId ?? ties[0]?.orderId ?? null;

/** What is known of whoever writes, and of whoever ordered. Addresses as they were given. */
type Writer = { email: string; customerId: string | null };
type Orderer = { email: string | null; customerId: string | null };

/**
 * Does what is known of an order's person and of the writer differ? `another`: the order has another address;
 * `unknown`: it has none, so that nothing tells; null: they are the same. An address typed into a form, or a spoofed one, may
 * be the order's all the same: what shows that is said elsewhere on the page.
 */
export function differs(writer: Writer, order: Orderer): "another" | "unknown" | null {
  if (writer.customerId !== null && writer.customerId === order.customerId) return null;
  if (!order.email) return "unknown";
  return emailKey(order.email) === emailKey(writer.email) ? null : "another";
}
