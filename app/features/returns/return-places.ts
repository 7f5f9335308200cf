import { z } from "zod";
import type { OrderDetail } from "~/features/orders/queries.server";
import type { ShopFace } from "~/features/settings/queries.server";
import { addressSchema, type ReturnPlace } from "~/features/settings/schema";
import type { Address } from "~/values/address";

/** Where a return's parcel goes, as it was when that was chosen: what the merchant changes later moves no parcel. */
export const keptPlaceSchema = z.object({
  /** null: the shop's own address */
  id: z.string().nullable(),
  name: z.string().nullable(),
  address: addressSchema,
  /** Shopify's location where its things go back on the shelf; null: the shop's own */
  locationId: z.string().nullable(),
});
export type KeptPlace = z.output<typeof keptPlaceSchema>;

/** What a parcel is, as far as it matters where it goes. */
export type PlacedParcel = {
  /** where the order went */
  to: { country: string | null; province: string | null };
  things: readonly {
    productTags: readonly string[];
    /** handles */
    collections: readonly string[];
    /** the location that sent it; null: not known */
    locationId: string | null;
  }[];
};

const folded = (list: readonly string[]) => list.map((one) => one.trim().toLowerCase());
const meets = (named: readonly string[], said: readonly (string | null)[]): boolean => {
  const wanted = folded(named);
  return said.some((one) => one !== null && wanted.includes(one.trim().toLowerCase()));
};

/** A country, or a part of one: whoever is in either is meant. Nothing named: everybody is. */
function isFrom(
  { countries, regions }: ReturnPlace["when"],
  { country, province }: PlacedParcel["to"],
): boolean {
  if (countries.length + regions.length === 0) return true;
  const region = country && province ? `${country}-${province.replace(`${country}-`, "")}` : null;
  return meets(countries, [country]) || meets(regions, [region]);
}

/** The first place that takes everything in the parcel, for one parcel has one address; null: the shop's own. */
export function placeFor(places: readonly ReturnPlace[], parcel: PlacedParcel): ReturnPlace | null {
  const takes = ({ when }: ReturnPlace) =>
    isFrom(when, parcel.to) &&
    parcel.things.every(
      ({ productTags, collections, locationId }) =>
        (when.productTags.length === 0 || meets(when.productTags, productTags)) &&
        (when.collections.length === 0 || meets(when.collections, collections)) &&
        (when.locationIds.length === 0 || meets(when.locationIds, [locationId])),
    );
  return places.find(takes) ?? null;
}

/** Must it be known which location sent the things? */
export const asksForLocations = (places: readonly ReturnPlace[]): boolean =>
  places.some(({ when }) => when.locationIds.length > 0);

/** The shop's own address for returns. */
export const ownAddress = ({ settings, profile }: ShopFace): Address =>
  settings.returns.address ?? profile.address;

type Returned = { sendTo: unknown; lines: readonly { orderLineId: string; fulfilmentLineId: string }[] };

/** Where this return's parcel goes. `sentFrom`: the location that sent each fulfilment, by its id. */
export function chosenPlace(
  ours: Pick<Returned, "lines">,
  order: Pick<OrderDetail, "shippingAddress" | "billingAddress" | "lines" | "parcels">,
  face: ShopFace,
  sentFrom: ReadonlyMap<string, string>,
): KeptPlace {
  const from = order.shippingAddress ?? order.billingAddress;
  const place = placeFor(face.settings.returns.places, {
    to: { country: from?.country ?? null, province: from?.province ?? null },
    things: ours.lines.map((line) => {
      const of = order.lines.find((one) => one.id === line.orderLineId);
      const parcel = order.parcels.find((one) => one.lines.some(({ id }) => id === line.fulfilmentLineId));
      return {
        productTags: of?.productTags ?? [],
        collections: of?.collections ?? [],
        locationId: sentFrom.get(parcel?.id ?? "") ?? null,
      };
    }),
  });
  const { locationId } = face.settings.returns;
  return place
    ? { id: place.id, name: place.name, address: place.address, locationId: place.locationId ?? locationId }
    : { id: null, name: null, address: ownAddress(face), locationId };
}

/** Where it was said to go; null: nobody has said yet, so it is the shop's own place. */
export const keptPlace = ({ sendTo }: Pick<Returned, "sendTo">): KeptPlace | null =>
  keptPlaceSchema.safeParse(sendTo).data ?? null;

export const canBeSentTo = ({ line1, city }: Address): boolean => Boolean(line1 && city);

/** The address on the parcel; null when there is none that a parcel can be sent to. */
export function addressFor(ours: Pick<Returned, "sendTo">, face: ShopFace): Address | null {
  const to = keptPlace(ours)?.address ?? ownAddress(face);
  return canBeSentTo(to) ? { ...to, company: to.company ?? face.profile.name } : null;
}
