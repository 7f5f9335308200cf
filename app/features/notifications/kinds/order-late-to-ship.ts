import { foreseen } from "../foreseen";
import { type Kind, notCancelled } from "../kind";
import { expectedBlocks } from "../parcel-parts";
import { plainNews } from "../plain-news";

/** Shopify's word for an order all of which has left. */
const ALL_LEFT = "fulfilled";

/** It has not left the shop by the day it should have. */
export const orderLateToShip: Kind = {
  ...foreseen,
  key: "orderLateToShip",
  fact: "order.lateToShip",
  harm: "much",
  stillTrue: (standing) => notCancelled(standing) && standing.fulfilmentStatus !== ALL_LEFT,
  say: plainNews("orderLateToShip", expectedBlocks),
};
