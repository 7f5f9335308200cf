import { cleanText } from "./clean-text";
import { canDraw } from "./fonts";
import type { LabelAddress } from "./label-input";
import { regionInCapitals } from "./locale";

/** Most street lines printed of one address. */
const MAX_STREET_LINES = 4;

// Universal Postal Union, "Addressing systems": where the postcode stands.
const ZIP_AFTER_PROVINCE = new Set([
  "US",
  "CA",
  "AU",
  "NZ",
  "IN",
  "BR",
  "MX",
  "ZA",
  "SG",
  "TH",
  "ID",
  "PH",
  "TW",
  "KR",
  "HK",
  "AE",
  "SA",
  "EG",
  "IL",
]);
/** Shopify's codes for the parts of the United Kingdom: no part of an address there (Royal Mail). */
const UK_PARTS = new Set(["ENG", "SCT", "WLS", "NIR"]);
const ZIP_ON_ITS_OWN_LINE = new Set(["GB", "IE", "GG", "JE", "IM"]);

const join = (...parts: (string | undefined)[]): string =>
  parts
    .map((part) => cleanText(part ?? ""))
    .filter(Boolean)
    .join(" ");

function townLines({ city, province, zip, countryCode }: LabelAddress): string[] {
  const country = (countryCode ?? "").toUpperCase();
  if (country === "GB" && UK_PARTS.has(province ?? "")) return [join(city), join(zip)];
  if (ZIP_ON_ITS_OWN_LINE.has(country)) return [join(city), join(province), join(zip)];
  if (ZIP_AFTER_PROVINCE.has(country)) return [join(city, province, zip)];
  return [join(zip, city), join(province)];
}

/**
 * The country's name in capitals, as UPU asks for post abroad: in the locale's language, or in English when
 * the fonts lack that language's letters. An unknown code is printed as it stands.
 */
export function countryName(code: string, locale: string): string {
  const clean = cleanText(code, 60);
  if (!/^[a-z]{2}$/i.test(clean)) return clean;
  const name = regionInCapitals(clean, locale);
  return canDraw(name, 400, locale) ? name : regionInCapitals(clean, "en");
}

/**
 * The lines of an address as printed, the name first, in the order its country reads it.
 * Empty parts leave no line, and a part is never printed twice in a row. Of a parcel that goes abroad (`from`
 * another country) the country is named in English too: the UPU's Convention Regulations ask for a language that is
 * read on the way, beside the one of the country it comes from.
 */
export function addressLines(address: LabelAddress, locale: string, from?: LabelAddress): string[] {
  const { countryCode = "" } = address;
  const isAbroad = Boolean(countryCode && from?.countryCode) && from?.countryCode !== countryCode;
  const street = (address.lines ?? [])
    .map((line) => cleanText(line))
    .filter(Boolean)
    .slice(0, MAX_STREET_LINES);
  const lines = [
    join(address.name),
    join(address.company),
    ...street,
    ...townLines(address),
    countryName(countryCode, locale),
    isAbroad ? countryName(countryCode, "en") : "",
    join(address.phone),
  ].filter(Boolean);
  return lines.filter((line, index) => line !== lines[index - 1]);
}
