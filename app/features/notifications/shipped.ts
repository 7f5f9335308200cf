import { HOUR, type Kind, notCancelled, type Standing } from "./kind";

export const partly = ({ fulfilmentStatus }: Standing) => fulfilmentStatus === "partially_fulfilled";

/** What a parcel that left is, whether or not it was the last. */
export const shipped = {
  fact: "order.shipped",
  group: "shipping",
  audience: "shopper",
  channels: ["email", "sms", "whatsapp", "push"],
  harm: "some",
  parcelState: "shipped",
  stillTrue: notCancelled,
  gather: { with: "shipped", how: "together" },
  freshFor: 72 * HOUR,
  sample: { fulfilmentId: "71" },
  markup: "parcels",
} as const satisfies Partial<Kind>;
