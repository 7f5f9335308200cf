import { HOUR, type Kind, MINUTE, notCancelled } from "../kind";
import { itemsBlock, sumsBlock } from "../parts";
import { plainNews } from "../plain-news";

export const orderEdited: Kind = {
  key: "orderEdited",
  fact: "order.edited",
  group: "order",
  audience: "shopper",
  channels: ["email"],
  harm: "some",
  anytime: true,
  stillTrue: notCancelled,
  // Staff change an order in several steps.
  wait: { forMs: 5 * MINUTE },
  gather: { with: "edits", how: "replace" },
  waitsForOrder: true,
  freshFor: 24 * HOUR,
  markup: "order",
  say: plainNews("orderEdited", (occasion) => [
    { kind: "heading", text: occasion.words.order(occasion.order.name) },
    itemsBlock(occasion),
    sumsBlock(occasion),
  ]),
};
