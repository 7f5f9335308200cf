import { HOUR, type Kind, MINUTE, notCancelled } from "../kind";
import { parcelBlocks } from "../parcel-parts";
import { plainNews } from "../plain-news";

export const outForDelivery: Kind = {
  key: "outForDelivery",
  fact: "order.outForDelivery",
  group: "shipping",
  audience: "shopper",
  channels: ["email", "sms", "whatsapp", "push"],
  harm: "little",
  // Of use today only.
  anytime: true,
  parcelState: "outForDelivery",
  stillTrue: notCancelled,
  gather: { with: "outForDelivery", how: "together" },
  // Vans are loaded parcel by parcel.
  wait: { forMs: 5 * MINUTE, unless: ({ allParcels }) => allParcels.length < 2 },
  freshFor: 18 * HOUR,
  sample: { fulfilmentId: "71" },
  markup: "parcels",
  say: plainNews("outForDelivery", (occasion) => parcelBlocks(occasion, { expected: false })),
};
