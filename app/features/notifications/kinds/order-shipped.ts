import type { ParcelView } from "~/features/orders/queries.server";
import { formatDay } from "~/platform/i18n/locales";
import type { Block } from "~/ui/mail/render-letter";
import { addressLines } from "~/values/address";
import { HOUR, type Kind, notCancelled, type Occasion } from "../kind";
import { greeting, itemsBlock, orderButton } from "../parts";

export const orderShipped: Kind = {
  key: "orderShipped",
  fact: "order.shipped",
  wanted: (settings) => settings.notifications.shipping,
  stillTrue: notCancelled,
  freshFor: 72 * HOUR,
  say(occasion) {
    const { order, words, shopName, data } = occasion;
    const says = words.orderShipped;
    const parcel = order.parcels.find((one) => one.id === data.fulfilmentId);
    const to = order.shippingAddress ? addressLines(order.shippingAddress, occasion.locale) : [];
    return {
      subject: says.subject(order.name, shopName),
      preview: says.preview,
      title: says.title,
      blocks: [
        greeting(occasion),
        { kind: "paragraph", text: says.text },
        orderButton(occasion, words.track),
        ...(parcel ? parcelBlocks(occasion, parcel) : []),
        ...(to.length > 0
          ? ([
              { kind: "heading", text: words.shipsTo },
              { kind: "panel", lines: to },
            ] as Block[])
          : []),
      ],
    };
  },
};

/** Number, expected day and contents of the parcel; the number is a link where the carrier gave one. */
function parcelBlocks(occasion: Occasion, parcel: ParcelView): Block[] {
  const { words, locale, timeZone } = occasion;
  const numbers = parcel.tracking.flatMap(({ carrier, number }) =>
    number ? [words.trackingNumber(carrier ?? "", number)] : [],
  );
  if (parcel.estimatedAt) numbers.push(words.expected(formatDay(parcel.estimatedAt, locale, timeZone)));
  const url = parcel.tracking.find((one) => one.url?.startsWith("https://"))?.url;
  return [
    ...(numbers.length > 0 ? ([{ kind: "panel", lines: numbers }] as Block[]) : []),
    ...(url ? ([{ kind: "button", text: words.trackParcel, href: url }] as Block[]) : []),
    { kind: "heading", text: words.orderShipped.inside },
    itemsBlock(occasion, parcel.lines),
  ];
}
