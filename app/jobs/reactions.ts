/**
 * What follows from what happened, readable in a minute. Each name is a task that gets the fact's ids:
 * { factId, orderId, returnId, conversationId }, or { factIds } when it takes the facts of one moment together.
 * A task that has nothing to do for a fact simply ends.
 */
export const reactions: Readonly<Record<string, readonly string[]>> = {
  "order.placed": ["notify"],
  "order.cancelled": ["notify"],
  "order.shipped": ["notify"],
  "order.delivered": ["notify"],
  "order.refunded": ["count-refunds"],

  "return.requested": ["tell-shopify-return", "notify"],
  "return.approved": ["tell-shopify-return", "make-return-label", "notify"],
  "return.declined": ["tell-shopify-return", "notify"],
  "return.cancelled": ["tell-shopify-return", "notify"],
  "return.labelled": ["attach-return-label", "notify"],
  "return.received": [],
  "return.refundStarted": ["refund-return"],
  "return.refunded": ["close-return", "notify"],

  "code.requested": ["send-code"],
  "message.written": ["send-message"],
};

/** Tasks that take many facts in one run: after a rush that is far less work than one by one. */
export const together: ReadonlySet<string> = new Set(["notify"]);
