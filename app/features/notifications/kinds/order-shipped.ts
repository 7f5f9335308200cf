import { type Kind, MINUTE } from "../kind";
import { parcelBlocks, shipsToBlocks } from "../parcel-parts";
import { greeting, orderButton } from "../parts";
import { partly, shipped } from "../shipped";

/** All of the order has left: parcels that left a moment before are told together with it. */
export const orderShipped: Kind = {
  ...shipped,
  key: "orderShipped",
  applies: (standing) => !partly(standing),
  // Parcels noted one after the other: the last one's news takes the others in.
  wait: { forMs: MINUTE, unless: ({ untold }) => untold === 0 },
  say(occasion) {
    const { order, words, shopName } = occasion;
    const says = words.orderShipped;
    return {
      subject: says.subject(order.name, shopName),
      preview: says.preview,
      title: says.title,
      blocks: [
        greeting(occasion),
        { kind: "paragraph", text: says.text },
        orderButton(occasion, words.track),
        ...parcelBlocks(occasion),
        ...shipsToBlocks(occasion),
      ],
    };
  },
};
