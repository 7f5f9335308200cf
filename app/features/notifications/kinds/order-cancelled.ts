import { always, HOUR, type Kind } from "../kind";
import { greeting, itemsBlock, orderButton } from "../parts";

export const orderCancelled: Kind = {
  key: "orderCancelled",
  fact: "order.cancelled",
  wanted: (settings) => settings.notifications.confirmation !== "off",
  stillTrue: always,
  freshFor: 48 * HOUR,
  say(occasion) {
    const { order, words, shopName } = occasion;
    const says = words.orderCancelled;
    return {
      subject: says.subject(order.name, shopName),
      preview: says.preview,
      title: says.title,
      blocks: [
        greeting(occasion),
        { kind: "paragraph", text: says.text },
        { kind: "heading", text: words.order(order.name) },
        itemsBlock(occasion),
        orderButton(occasion),
      ],
    };
  },
};
