import { formatMoney } from "~/values/money";
import { HOUR, type Kind, notCancelled } from "../kind";
import { deliveryBlocks, greeting, itemsBlock, orderButton, sumsBlock } from "../parts";

export const orderConfirmed: Kind = {
  key: "orderConfirmed",
  fact: "order.placed",
  wanted: (settings) => settings.notifications.confirmation !== "off",
  stillTrue: notCancelled,
  freshFor: 48 * HOUR,
  say(occasion) {
    const { order, words, shopName, locale, settings } = occasion;
    const says = words.orderConfirmed;
    return {
      subject: says.subject(order.name, shopName),
      preview: says.preview(formatMoney(order.total, locale)),
      title: says.title,
      blocks: [
        greeting(occasion),
        { kind: "paragraph", text: says.text },
        orderButton(occasion, words.track),
        { kind: "heading", text: `${words.items} · ${words.order(order.name)}` },
        itemsBlock(occasion),
        sumsBlock(occasion),
        ...deliveryBlocks(occasion),
        { kind: "quiet", text: words.returnPolicy(settings.returns.windowDays) },
      ],
    };
  },
};
