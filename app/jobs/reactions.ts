/**
 * What follows from what happened, readable in a minute. Each name is a task that gets the fact's ids:
 * { factId, orderId, returnId, conversationId }, or { factIds } when it takes the facts of one moment together.
 * A task that has nothing to do for a fact simply ends.
 */
export const reactions: Readonly<Record<string, readonly string[]>> = {
  "order.placed": ["notify"],
  "order.edited": ["notify", "index-conversations"],
  "order.paymentPending": ["notify"],
  "order.paymentFailed": ["notify"],
  "order.cancelled": ["notify", "watch-deliveries"],
  "order.lateToShip": ["notify", "tell-flow"],
  "order.shipped": ["notify", "watch-deliveries", "index-conversations"],
  "order.outForDelivery": ["notify", "watch-deliveries"],
  "order.deliveryAttempted": ["notify", "watch-deliveries"],
  "order.readyForPickup": ["notify", "watch-deliveries"],
  "order.heldByCustoms": ["notify", "watch-deliveries"],
  "order.deliveryFailed": ["notify", "watch-deliveries", "tell-flow"],
  "order.delivered": ["notify", "watch-deliveries", "plan-recommendation"],
  "order.returnedToSender": ["notify", "watch-deliveries"],
  "order.refunded": ["count-refunds", "notify"],

  "delivery.late": ["notify", "tell-flow"],
  "delivery.stillLate": ["notify", "tell-flow"],
  "delivery.backOnTrack": ["notify", "tell-flow"],
  "delivery.lost": ["notify", "tell-flow"],
  "delivery.worrying": ["open-delivery-case"],
  "delivery.solved": ["close-delivery-case"],

  "return.requested": ["tell-shopify-return", "notify", "tell-flow"],
  "return.approved": [
    "tell-shopify-return",
    "make-return-label",
    "send-exchange",
    "run-outcome",
    "notify",
    "tell-flow",
  ],
  "return.declined": ["tell-shopify-return", "notify", "tell-flow"],
  "return.cancelled": ["tell-shopify-return", "void-return-label", "notify"],
  "return.labelled": ["attach-return-label", "notify"],
  "return.received": ["notify", "tell-flow"],
  "return.inspected": ["dispose-return", "close-return", "notify"],
  "return.exchangeSent": ["hold-exchange", "notify"],
  "return.exchangeReminder": ["notify"],
  "return.refundStarted": ["refund-return"],
  "return.refunded": ["close-return", "invoice-return", "notify", "tell-flow"],
  "return.settled": ["close-return", "invoice-return"],
  "return.reopened": ["tell-shopify-return"],
  "return.changed": ["tell-shopify-return", "redraw-return-label", "notify"],
  "return.scanned": ["run-outcome"],
  "return.deliveredBack": ["receive-delivered"],

  "order.buyerAsked": ["notify"],
  "conversation.replyPromised": ["notify"],
  "conversation.started": ["apply-rules"],
  "conversation.closed": ["plan-rating", "apply-rules"],
  "conversation.replyDue": ["apply-rules"],
  "conversation.replyLate": ["apply-rules"],
  "conversation.rated": ["apply-rules"],
  "settings.changed": ["resume-news", "refit-targets"],
  "code.requested": ["send-code"],
  // which has it acknowledged afterwards, unless a rule has answered it
  "message.received": ["apply-rules"],
  "message.written": ["send-message"],
  "message.bounced": ["take-bounce"],
};

/** Tasks that take many facts in one run: after a rush that is far less work than one by one. */
export const together: ReadonlySet<string> = new Set(["notify", "watch-deliveries"]);
