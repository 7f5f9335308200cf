/** A postal address, as Shopify gives it; empty parts are null. `country` is ISO 3166-1 alpha-2. */
export type Address = {
  name: string | null;
  company: string | null;
  line1: string | null;
  line2: string | null;
  city: string | null;
  province: string | null;
  zip: string | null;
  country: string | null;
  phone: string | null;
};

/** The lines of an address as written on an envelope, empty ones left out. */
export function addressLines(address: Address): string[] {
  const place = [address.city, address.province, address.zip].filter(Boolean).join(" ");
  return [address.name, address.company, address.line1, address.line2, place, address.country].filter(
    (line): line is string => Boolean(line?.trim()),
  );
}
