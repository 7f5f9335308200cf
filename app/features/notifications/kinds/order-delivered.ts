import type { ParcelState } from "~/features/orders/rules";
import { HOUR, type Kind, MINUTE, notCancelled } from "../kind";
import { parcelIdsOf, parcelsOf } from "../parcel-parts";
import { greeting, itemsBlock, orderButton } from "../parts";

const ON_THE_VAN: ReadonlySet<ParcelState> = new Set(["outForDelivery"]);

export const orderDelivered: Kind = {
  key: "orderDelivered",
  fact: "order.delivered",
  group: "shipping",
  audience: "shopper",
  channels: ["email", "sms", "whatsapp", "push"],
  harm: "some",
  // It may lie at the door.
  anytime: true,
  parcelState: "delivered",
  stillTrue: notCancelled,
  gather: { with: "delivered", how: "together" },
  // The other parcel of the same van is scanned a moment later.
  wait: {
    forMs: 10 * MINUTE,
    unless: ({ allParcels }) => !allParcels.some((state) => ON_THE_VAN.has(state)),
  },
  freshFor: 72 * HOUR,
  sample: { fulfilmentId: "71" },
  say(occasion) {
    const { order, words, shopName, settings, data } = occasion;
    const says = words.orderDelivered;
    const inside = parcelsOf(occasion).flatMap((parcel) => parcel.lines);
    const all = order.lines.map(({ id, quantity }) => ({ orderLineId: id, quantity }));
    return {
      subject: says.subject(order.name, shopName),
      preview: says.preview,
      title: says.title,
      blocks: [
        greeting(occasion),
        { kind: "paragraph", text: says.text },
        orderButton(occasion),
        { kind: "heading", text: words.orderShipped.inside },
        itemsBlock(occasion, inside.length > 0 || parcelIdsOf(data).length > 0 ? inside : all),
        { kind: "quiet", text: words.returnPolicy(settings.returns.windowDays) },
      ],
    };
  },
};
