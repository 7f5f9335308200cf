import { formatMoney } from "~/values/money";
import { HOUR, type Kind } from "../kind";
import { deliveryBlocks, greeting, itemsBlock, orderButton, sumsBlock } from "../parts";

export const orderConfirmed: Kind = {
  key: "orderConfirmed",
  fact: "order.placed",
  group: "order",
  audience: "shopper",
  channels: ["email"],
  harm: "much",
  anytime: true,
  // An order that has arrived needs no confirming any more, however long the mail server was down.
  stillTrue: ({ cancelledAt, allParcels }) => cancelledAt === null && !allParcels.includes("delivered"),
  freshFor: 48 * HOUR,
  varies: "text",
  markup: "order",
  say(occasion) {
    const { order, words, shopName, locale, settings } = occasion;
    const says = words.orderConfirmed;
    const ships = order.lines.length === 0 || order.lines.some((line) => line.needsShipping);
    return {
      subject: says.subject(order.name, shopName),
      preview: says.preview(formatMoney(order.total, locale)),
      title: says.title,
      blocks: [
        greeting(occasion),
        { kind: "paragraph", text: ships ? says.text : says.nothingToShip },
        orderButton(occasion, ships ? words.track : words.seeOrder),
        { kind: "heading", text: `${words.items} · ${words.order(order.name)}` },
        itemsBlock(occasion),
        sumsBlock(occasion),
        ...(ships ? deliveryBlocks(occasion) : []),
        ...(ships ? [{ kind: "quiet", text: words.returnPolicy(settings.returns.windowDays) } as const] : []),
      ],
    };
  },
};
