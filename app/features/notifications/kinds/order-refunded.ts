import { formatMoney } from "~/values/money";
import { always, HOUR, type Kind, MINUTE } from "../kind";
import { letterOf } from "../plain-news";

/** Money that went back without a return: a return's refund is told by the return, a cancelled order's with that. */
export const orderRefunded: Kind = {
  key: "orderRefunded",
  fact: "order.refunded",
  group: "order",
  audience: "shopper",
  channels: ["email", "sms", "whatsapp"],
  harm: "some",
  stillTrue: always,
  // The return or the cancellation it belongs to may be told of a moment later.
  wait: { forMs: 10 * MINUTE },
  toldBy: ["orderCancelled", "returnRefunded"],
  freshFor: 72 * HOUR,
  sample: { amount: "1450" },
  say(occasion) {
    const { words, order, locale, data } = occasion;
    const { title, text } = words.news.orderRefunded;
    const digits = typeof data.amount === "string" && /^\d{1,15}$/.test(data.amount) ? data.amount : null;
    const money = digits ? { ...order.refunded, amount: BigInt(digits) } : order.refunded;
    return letterOf(occasion, { title, text: text(formatMoney(money, locale)) });
  },
};
