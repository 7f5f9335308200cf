import { DAY, type Kind, notCancelled } from "../kind";
import { parcelBlocks } from "../parcel-parts";
import { plainNews } from "../plain-news";

export const returnedToSender: Kind = {
  key: "returnedToSender",
  fact: "order.returnedToSender",
  group: "shipping",
  audience: "shopper",
  channels: ["email", "sms", "whatsapp"],
  harm: "much",
  parcelState: "returned",
  stillTrue: notCancelled,
  freshFor: 7 * DAY,
  sample: { fulfilmentId: "71" },
  say: plainNews("returnedToSender", (occasion) => parcelBlocks(occasion, { expected: false })),
};
