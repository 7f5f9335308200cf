import { HOUR, type Kind, notCancelled } from "../kind";
import { parcelBlocks } from "../parcel-parts";
import { plainNews } from "../plain-news";

export const heldByCustoms: Kind = {
  key: "heldByCustoms",
  fact: "order.heldByCustoms",
  group: "shipping",
  audience: "shopper",
  channels: ["email"],
  harm: "some",
  parcelState: "inTransit",
  stillTrue: notCancelled,
  freshFor: 48 * HOUR,
  sample: { fulfilmentId: "71" },
  say: plainNews("heldByCustoms", (occasion) => parcelBlocks(occasion, { expected: false })),
};
