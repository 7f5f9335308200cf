import { HOUR, type Kind } from "../kind";
import { itemsBlock, sumsBlock } from "../parts";
import { plainNews } from "../plain-news";

const FAILED = new Set(["expired", "voided"]);

export const paymentFailed: Kind = {
  key: "paymentFailed",
  fact: "order.paymentFailed",
  group: "order",
  audience: "shopper",
  channels: ["email", "sms", "whatsapp"],
  harm: "much",
  stillTrue: ({ cancelledAt, financialStatus, fulfilmentStatus }) =>
    cancelledAt === null && FAILED.has(financialStatus) && fulfilmentStatus === "unfulfilled",
  // Staff void a payment on their way to cancelling the order.
  wait: { forMs: 10 * 60_000 },
  freshFor: 48 * HOUR,
  say: plainNews("paymentFailed", (occasion) => [itemsBlock(occasion), sumsBlock(occasion)]),
};
