import { foreseen, foreseenBlocks } from "../foreseen";
import { type Kind, notCancelled } from "../kind";
import { plainNews } from "../plain-news";

/** Shopify's word for an order all of which has left. */
const ALL_LEFT = "fulfilled";

/** It has not left the shop by the day it should have. */
export const orderLateToShip: Kind = {
  ...foreseen,
  key: "orderLateToShip",
  fact: "order.lateToShip",
  harm: "much",
  sample: { from: foreseen.sample.from, to: foreseen.sample.to },
  stillTrue: (standing) => notCancelled(standing) && standing.fulfilmentStatus !== ALL_LEFT,
  say: plainNews("orderLateToShip", foreseenBlocks),
};
