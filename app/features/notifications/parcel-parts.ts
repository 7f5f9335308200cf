import type { ParcelView } from "~/features/orders/queries.server";
import { plausibleDay } from "~/features/orders/rules";
import { formatDay, formatDays } from "~/platform/i18n/locales";
import type { Block } from "~/ui/mail/render-letter";
import { addressLines } from "~/values/address";
import type { FactData, Occasion } from "./kind";
import { itemsBlock } from "./parts";

/** The parcels that news is about: the fact's own, and those of messages that were merged into this one. */
export function parcelIdsOf(data: FactData): string[] {
  const also = Array.isArray(data.also) ? data.also : [];
  const ids = [data.fulfilmentId, ...also].filter((id): id is string => typeof id === "string");
  return [...new Set(ids)];
}

export function parcelsOf({ order, data }: Occasion): ParcelView[] {
  const ids = parcelIdsOf(data);
  return order.parcels.filter((parcel) => ids.includes(parcel.id));
}

type Shown = {
  /** the carrier's day */
  expected?: boolean;
  /** said above the first parcel's number */
  first?: string[];
};

/** Number, expected day and contents of each parcel, with a link where the carrier gave one. */
export function parcelBlocks(occasion: Occasion, { expected = true, first = [] }: Shown = {}): Block[] {
  const parcels = parcelsOf(occasion);
  if (parcels.length === 0) return first.length > 0 ? [{ kind: "panel", lines: first }] : [];
  return parcels.flatMap((parcel, at) => [
    ...numbersOf(occasion, parcel, expected, at === 0 ? first : []),
    ...(parcel.lines.length > 0
      ? ([
          { kind: "heading", text: occasion.words.orderShipped.inside },
          itemsBlock(occasion, parcel.lines),
        ] as Block[])
      : []),
  ]);
}

function numbersOf(
  { words, locale, timeZone, orderUrl }: Occasion,
  parcel: ParcelView,
  expected: boolean,
  first: string[],
): Block[] {
  const numbers = [
    ...first,
    ...parcel.tracking.flatMap(({ carrier, number }) =>
      number ? [words.trackingNumber(carrier ?? "", number)] : [],
    ),
  ];
  const day = expected ? plausibleDay(parcel.estimatedAt, parcel.shippedAt) : null;
  if (day) numbers.push(words.expected(formatDay(day, locale, timeZone)));
  return [
    ...(numbers.length > 0 ? ([{ kind: "panel", lines: numbers }] as Block[]) : []),
    { kind: "link", text: words.trackParcel, href: parcelUrl(orderUrl, parcel.id) },
  ];
}

/** Where the shopper follows the parcels of the order that a link opens. */
export const parcelsUrl = (orderUrl: string): string => orderUrl.replace("/order?", "/parcel?");

/** … one of them. */
const parcelUrl = (orderUrl: string, parcelId: string): string => `${parcelsUrl(orderUrl)}&p=${parcelId}`;

/** What of the order is in no parcel that has left. */
export function stillToCome(occasion: Occasion): Block[] {
  const { order, words } = occasion;
  const sent = new Map<string, number>();
  for (const parcel of order.parcels)
    if (parcel.state !== "preparing")
      for (const { orderLineId, quantity } of parcel.lines)
        sent.set(orderLineId, (sent.get(orderLineId) ?? 0) + quantity);
  const left = order.lines
    .filter((line) => line.needsShipping)
    .map((line) => ({ orderLineId: line.id, quantity: line.currentQuantity - (sent.get(line.id) ?? 0) }))
    .filter((line) => line.quantity > 0);
  if (left.length === 0) return [];
  return [{ kind: "heading", text: words.stillToCome }, itemsBlock(occasion, left)];
}

/** Where it goes. */
export function shipsToBlocks({ order, words, locale }: Occasion): Block[] {
  const lines = order.shippingAddress ? addressLines(order.shippingAddress, locale) : [];
  if (lines.length === 0) return [];
  return [
    { kind: "heading", text: words.shipsTo },
    { kind: "panel", lines },
  ];
}

/** Until which day a pick-up point keeps it, as a line of its own; none where its carrier said nothing of that. */
export function deadlineLines({ data: { pickupUntil }, words, locale }: Occasion): string[] {
  if (typeof pickupUntil !== "string" || !DAY.test(pickupUntil)) return [];
  return [words.pickUpBy(formatDay(middayOf(pickupUntil), locale, "UTC"))];
}

/** Days, not moments: the middle of one in UTC, so that no zone makes another day of it. */
const middayOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The days a fact foresees, as a line of its own; none where it names none. */
export function expectedLines({ data, words, locale }: Occasion): string[] {
  const { from, to } = data;
  if (typeof from !== "string" || typeof to !== "string" || !DAY.test(from) || !DAY.test(to) || to < from)
    return [];
  return [words.nowExpected(formatDays(middayOf(from), middayOf(to), locale, "UTC"))];
}
