import { countryName, provinceName } from "../state/countries";
import type { Location } from "../state/model";
import type { ShopState } from "../state/shop";

/** Where each country's sample shop keeps its goods. */
const PLACES: Record<string, { address1: string; city: string; provinceCode: string | null; zip: string }> = {
  GB: { address1: "12 Mill Lane", city: "Leeds", provinceCode: "ENG", zip: "LS1 4DT" },
  US: { address1: "480 Valley Road", city: "Portland", provinceCode: "OR", zip: "97205" },
  CA: { address1: "77 King Street West", city: "Toronto", provinceCode: "ON", zip: "M5K 1A1" },
  DE: { address1: "Lindenstraße 8", city: "Hamburg", provinceCode: null, zip: "20095" },
  IL: { address1: "Herzl 14", city: "Tel Aviv", provinceCode: null, zip: "6688114" },
};

export function openLocation(shop: ShopState): Location {
  const { country, name } = shop.details;
  const place = PLACES[country] ?? {
    address1: "1 Main Street",
    city: "Capital",
    provinceCode: null,
    zip: "10000",
  };
  const location: Location = shop.record({
    __typename: "Location",
    id: shop.newId("Location"),
    name: `${name} warehouse`,
    isActive: true,
    fulfillsOnlineOrders: true,
    createdAt: shop.now(),
    address: {
      ...place,
      address2: null,
      country: countryName(country),
      countryCode: country,
      province: provinceName(country, place.provinceCode),
      phone: null,
    },
  });
  shop.locations.push(location);
  return location;
}
