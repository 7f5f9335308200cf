import { HOUR, type Kind } from "../kind";
import { itemsBlock, sumsBlock } from "../parts";
import { plainNews } from "../plain-news";

/** Not paid, and not about to be by itself. An order that is authorized may be collected once more. */
const UNPAID = new Set(["pending", "expired", "voided"]);

export const paymentFailed: Kind = {
  key: "paymentFailed",
  fact: "order.paymentFailed",
  group: "order",
  audience: "shopper",
  channels: ["email", "sms", "whatsapp"],
  harm: "much",
  stillTrue: ({ cancelledAt, financialStatus, fulfilmentStatus }) =>
    cancelledAt === null && UNPAID.has(financialStatus) && fulfilmentStatus === "unfulfilled",
  // Staff void a payment on their way to cancelling the order; who is refused tries another card.
  wait: { forMs: 10 * 60_000 },
  freshFor: 48 * HOUR,
  say: plainNews("paymentFailed", (occasion) => [itemsBlock(occasion), sumsBlock(occasion)]),
};
