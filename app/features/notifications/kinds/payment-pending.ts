import { HOUR, type Kind } from "../kind";
import { itemsBlock, sumsBlock } from "../parts";
import { plainNews } from "../plain-news";

export const paymentPending: Kind = {
  key: "paymentPending",
  fact: "order.paymentPending",
  group: "order",
  audience: "shopper",
  channels: ["email", "sms", "whatsapp"],
  harm: "some",
  stillTrue: ({ cancelledAt, financialStatus }) => cancelledAt === null && financialStatus === "pending",
  // Many payments that begin as pending are settled within the hour.
  wait: { forMs: HOUR },
  freshFor: 48 * HOUR,
  say: plainNews("paymentPending", (occasion) => [itemsBlock(occasion), sumsBlock(occasion)]),
};
