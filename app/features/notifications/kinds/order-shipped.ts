import type { Kind } from "../kind";
import { parcelBlocks, shipsToBlocks } from "../parcel-parts";
import { greeting, orderButton } from "../parts";
import { partly, shipped } from "../shipped";

/** All of the order has left: parcels that left a moment before are told together with it. */
export const orderShipped: Kind = {
  ...shipped,
  key: "orderShipped",
  applies: (standing) => !partly(standing),
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
