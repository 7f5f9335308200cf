import { HOUR, type Kind, MINUTE, notCancelled } from "../kind";
import { parcelBlocks } from "../parcel-parts";
import { plainNews } from "../plain-news";

export const readyForPickup: Kind = {
  key: "readyForPickup",
  fact: "order.readyForPickup",
  group: "shipping",
  audience: "shopper",
  channels: ["email", "sms", "whatsapp", "push"],
  harm: "much",
  parcelState: "readyForPickup",
  stillTrue: notCancelled,
  gather: { with: "readyForPickup", how: "together" },
  wait: { forMs: 5 * MINUTE, unless: ({ allParcels }) => allParcels.length < 2 },
  freshFor: 72 * HOUR,
  sample: { fulfilmentId: "71" },
  say: plainNews("readyForPickup", (occasion) => parcelBlocks(occasion, { expected: false })),
};
