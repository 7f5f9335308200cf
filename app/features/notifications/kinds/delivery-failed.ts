import { HOUR, type Kind, notCancelled } from "../kind";
import { parcelBlocks } from "../parcel-parts";
import { plainNews } from "../plain-news";

export const deliveryFailed: Kind = {
  key: "deliveryFailed",
  fact: "order.deliveryFailed",
  group: "shipping",
  audience: "shopper",
  channels: ["email", "sms", "whatsapp"],
  harm: "much",
  parcelState: "failed",
  stillTrue: notCancelled,
  freshFor: 72 * HOUR,
  sample: { fulfilmentId: "71" },
  say: plainNews("deliveryFailed", (occasion) => parcelBlocks(occasion, { expected: false })),
};
