import { HOUR, type Kind, MINUTE, notCancelled } from "../kind";
import { deadlineLines, parcelBlocks } from "../parcel-parts";
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
  sample: { fulfilmentId: "71", pickupUntil: "2026-11-10" },
  say: plainNews("readyForPickup", (occasion) =>
    parcelBlocks(occasion, { expected: false, first: deadlineLines(occasion) }),
  ),
};
