import { always, HOUR, type Kind } from "../kind";
import { greeting, itemsBlock, orderButton } from "../parts";

/** OrderDisplayFinancialStatus of orders for which money has come in. */
const PAID = new Set(["paid", "partially_paid", "partially_refunded", "refunded"]);

export const orderCancelled: Kind = {
  key: "orderCancelled",
  fact: "order.cancelled",
  group: "order",
  audience: "shopper",
  channels: ["email", "sms", "whatsapp"],
  harm: "much",
  anytime: true,
  stillTrue: always,
  freshFor: 48 * HOUR,
  varies: "text",
  markup: "order",
  say(occasion) {
    const { order, words, shopName } = occasion;
    const says = words.orderCancelled;
    const paid = order.total.amount > 0n && PAID.has(order.financialStatus);
    return {
      subject: says.subject(order.name, shopName),
      preview: says.preview,
      title: says.title,
      blocks: [
        greeting(occasion),
        { kind: "paragraph", text: paid ? `${says.preview} ${says.money}` : says.preview },
        { kind: "heading", text: words.order(order.name) },
        itemsBlock(occasion),
        orderButton(occasion),
      ],
    };
  },
};
