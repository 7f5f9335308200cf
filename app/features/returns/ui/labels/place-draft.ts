import { type ReturnPlace, type ReturnPlaces, returnPlaceSchema } from "~/features/settings/schema";
import { labelWords } from "../../words/labels-staff";

const LISTS = ["countries", "regions", "productTags", "collections"] as const;
export const ADDRESS_FIELDS = [
  "recipient",
  "company",
  "line1",
  "line2",
  "city",
  "province",
  "zip",
  "country",
  "phone",
] as const;
export const LIST_FIELDS = LISTS;
export type TypedField = "name" | (typeof LISTS)[number] | (typeof ADDRESS_FIELDS)[number];

/** A place as it is typed: lists are texts with commas. */
export type PlaceDraft = Record<TypedField, string> & {
  id: string;
  locationIds: string[];
  locationId: string | null;
};

export function draftOf(place: ReturnPlace | null, id: string): PlaceDraft {
  const { address, when } = place ?? {};
  return {
    id: place?.id ?? id,
    name: place?.name ?? "",
    locationId: place?.locationId ?? null,
    locationIds: when?.locationIds ?? [],
    countries: when?.countries.join(", ") ?? "",
    regions: when?.regions.join(", ") ?? "",
    productTags: when?.productTags.join(", ") ?? "",
    collections: when?.collections.join(", ") ?? "",
    recipient: address?.name ?? "",
    company: address?.company ?? "",
    line1: address?.line1 ?? "",
    line2: address?.line2 ?? "",
    city: address?.city ?? "",
    province: address?.province ?? "",
    zip: address?.zip ?? "",
    country: address?.country ?? "",
    phone: address?.phone ?? "",
  };
}

const listed = (typed: string): string[] =>
  typed
    .split(/[,\n]/)
    .map((one) => one.trim())
    .filter(Boolean);

/** The place that was typed; null when something of it cannot be. */
export function readPlace(draft: PlaceDraft): ReturnPlace | null {
  const { id, name, locationId, locationIds, recipient, countries, regions, productTags, collections } =
    draft;
  const read = returnPlaceSchema.safeParse({
    ...{ id, name, locationId },
    address: { ...draft, name: recipient },
    when: {
      countries: listed(countries),
      regions: listed(regions),
      productTags: listed(productTags),
      collections: listed(collections),
      locationIds,
    },
  });
  return read.success ? read.data : null;
}

/** The places with this one in its order, new ones last. */
export const withPlace = (all: ReturnPlaces, place: ReturnPlace): ReturnPlaces => ({
  ...all,
  places: all.places.some(({ id }) => id === place.id)
    ? all.places.map((one) => (one.id === place.id ? place : one))
    : [...all.places, place],
});

/** What goes to a place, in a line. */
export function takenBy({ when }: ReturnPlace, locations: readonly { id: string; name: string }[]): string {
  const { fields, sentFrom, everything } = labelWords.places;
  const from = when.locationIds.map((id) => locations.find((one) => one.id === id)?.name ?? id);
  const parts = [
    ...LISTS.map((list) => [fields[list], when[list]] as const),
    [sentFrom, from] as const,
  ].filter(([, named]) => named.length > 0);
  return parts.map(([what, named]) => `${what}: ${named.join(", ")}`).join(" · ") || everything;
}
