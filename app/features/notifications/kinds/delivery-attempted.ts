import { HOUR, type Kind, notCancelled } from "../kind";
import { parcelBlocks } from "../parcel-parts";
import { plainNews } from "../plain-news";

export const deliveryAttempted: Kind = {
  key: "deliveryAttempted",
  fact: "order.deliveryAttempted",
  group: "shipping",
  audience: "shopper",
  channels: ["email", "sms", "whatsapp", "push"],
  harm: "much",
  anytime: true,
  parcelState: "attempted",
  stillTrue: notCancelled,
  freshFor: 36 * HOUR,
  sample: { fulfilmentId: "71" },
  say: plainNews("deliveryAttempted", (occasion) => parcelBlocks(occasion, { expected: false })),
};
