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

/** The lines of an address as written on an envelope, empty ones left out; the country's name in `locale`. */
export function addressLines(address: Address, locale = "en"): string[] {
  const place = [address.city, address.province, address.zip].filter(Boolean).join(" ");
  const country = address.country ? countryName(address.country, locale) : null;
  return [address.name, address.company, address.line1, address.line2, place, country].filter(
    (line): line is string => Boolean(line?.trim()),
  );
}

const regionNames = new Map<string, Intl.DisplayNames>();

/** A country's name (Unicode CLDR, through Intl); the code itself when it is not one. */
function countryName(code: string, locale: string): string {
  try {
    const names = regionNames.get(locale) ?? new Intl.DisplayNames(locale, { type: "region" });
    regionNames.set(locale, names);
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
