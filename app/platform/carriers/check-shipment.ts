import type { Shipment } from "./carrier";
import { crossesCustoms } from "./customs-border";
import { NEEDS_NO_CITY, NEEDS_PROVINCE, postcodeProblem } from "./postcodes";

/** What stops a label from being bought. The sentence that says what to mend is in the features' words. */
export type ShipmentProblemCode =
  | "nameMissing"
  | "streetMissing"
  | "streetTooLong"
  | "cityMissing"
  | "provinceMissing"
  | "countryMissing"
  | "countryUnknown"
  | "postcodeMissing"
  | "postcodeWrong"
  | "poBox"
  | "phoneMissing"
  | "phoneWrong"
  | "weightMissing"
  | "weightTooLarge"
  | "weightBelowItems"
  | "sizeMissing"
  | "sizeTooLarge"
  | "nothingDeclared"
  | "descriptionMissing"
  | "quantityWrong"
  | "valueMissing"
  | "hsCodeMissing"
  | "hsCodeWrong"
  | "originMissing"
  | "originUnknown";

export interface ShipmentProblem {
  readonly code: ShipmentProblemCode;
  /** Where it is: an address, the parcel, or the item of this place in the list. */
  readonly of: "from" | "to" | "parcel" | { readonly item: number };
  /** What was said, or the limit that was passed; no personal data. */
  readonly detail?: string;
}

/** Posts take boxes and need no phone number; couriers knock at a door and call. */
export type ShipmentBy = "post" | "courier" | "any";

/** 70 lb: USPS, Domestic Mail Manual 201.7. 150 lb: UPS and FedEx, maximum for a package. Grams. */
const MOST_GRAMS: Readonly<Record<ShipmentBy, number>> = { post: 31_751, courier: 68_038, any: 68_038 };
/** 108 in, the longest side of UPS and FedEx; posts take 2 m (UPU Convention Regulations 17-104). Millimetres. */
const LONGEST_MM: Readonly<Record<ShipmentBy, number>> = { post: 2_000, courier: 2_743, any: 2_743 };
/** What a street's line may have at the strictest of the large carriers (UPS, 35; FedEx allows 35 as well). */
const LONGEST_STREET = 35;

/** "PO Box 12", "P.O.B.", "Postfach", "BP 12", "Apartado", "Casella postale", "Postbus", Hebrew and Arabic. */
const PO_BOX =
  /\b(?:p\.?\s*o\.?\s*b(?:ox|\.)|post\s*office\s*box|postfach|postbus|postboks|apartado(?:\s+postal)?|ca(?:s|ss)ella\s+postale|caixa\s+postal|bo[iî]te\s+postale|skrytka\s+pocztowa|locked\s+bag|private\s+bag)|\b[bc]\.?p\.?\s*\d+\b|ת\.?\s?ד\.?\s*\d|ص\.?\s?ب\.?|صندوق\s+بريد|私書箱|사서함/iu;

const present = (text: string | null | undefined): boolean => Boolean(text && /[\p{L}\p{N}]/u.test(text));

/** Is this the code of a country? ISO 3166-1 alpha-2 as CLDR knows it. */
function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || code === "ZZ" || code === "EU" || code === "UN") return false;
  return regions.of(code) !== code;
}
const regions = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

type End = Shipment["from"];

function* addressProblems(
  of: "from" | "to",
  one: End,
  by: ShipmentBy,
  abroad: boolean,
): Generator<ShipmentProblem> {
  const country = one.country?.trim().toUpperCase() ?? "";
  if (!present(one.name) && !present(one.company)) yield { code: "nameMissing", of };
  if (!present(one.line1)) yield { code: "streetMissing", of };
  for (const line of [one.line1, one.line2])
    if (by === "courier" && (line?.trim().length ?? 0) > LONGEST_STREET)
      yield { code: "streetTooLong", of, detail: String(LONGEST_STREET) };
  if (country === "") yield { code: "countryMissing", of };
  else if (!isCountry(country)) yield { code: "countryUnknown", of, detail: country.slice(0, 10) };
  if (!present(one.city) && !NEEDS_NO_CITY.has(country)) yield { code: "cityMissing", of };
  if (!present(one.province) && NEEDS_PROVINCE.has(country)) yield { code: "provinceMissing", of };
  const postcode = postcodeProblem(one.zip, country);
  if (postcode)
    yield { code: postcode === "missing" ? "postcodeMissing" : "postcodeWrong", of, detail: country };
  if (by === "courier" && PO_BOX.test(`${one.line1 ?? ""} \n ${one.line2 ?? ""}`))
    yield { code: "poBox", of };
  const digits = (one.phone ?? "").replace(/\P{Nd}/gu, "").length;
  if (digits === 0) {
    if (by === "courier" || abroad) yield { code: "phoneMissing", of };
  } else if (digits < 6 || digits > 17) yield { code: "phoneWrong", of }; // ITU-T E.164: 15 digits, and a "00" before
}

function* parcelProblems({ parcel, items }: Shipment, by: ShipmentBy): Generator<ShipmentProblem> {
  const of = "parcel";
  const { weightGrams } = parcel;
  if (!(weightGrams > 0)) yield { code: "weightMissing", of };
  else if (weightGrams > MOST_GRAMS[by])
    yield { code: "weightTooLarge", of, detail: String(Math.floor(MOST_GRAMS[by] / 100) / 10) };
  const inside = items.reduce((sum, item) => sum + item.weightGrams * item.quantity, 0);
  if (weightGrams > 0 && inside > weightGrams * 1.001) yield { code: "weightBelowItems", of };
  const sides = [parcel.lengthMm, parcel.widthMm, parcel.heightMm];
  if (sides.some((side) => !(side > 0))) yield { code: "sizeMissing", of };
  else if (Math.max(...sides) > LONGEST_MM[by])
    yield { code: "sizeTooLarge", of, detail: String(LONGEST_MM[by] / 10) };
}

function* itemProblems(items: Shipment["items"]): Generator<ShipmentProblem> {
  if (items.length === 0) yield { code: "nothingDeclared", of: "parcel" };
  for (const [place, item] of items.entries()) {
    const of = { item: place };
    if (!present(item.description)) yield { code: "descriptionMissing", of };
    if (!Number.isInteger(item.quantity) || item.quantity < 1) yield { code: "quantityWrong", of };
    if (item.value.amount <= 0n) yield { code: "valueMissing", of };
    const hsCode = (item.hsCode ?? "").replace(/[\s.]/g, "");
    if (hsCode === "") yield { code: "hsCodeMissing", of };
    else if (!isHsCode(hsCode)) yield { code: "hsCodeWrong", of, detail: hsCode.slice(0, 14) };
    const origin = item.origin?.trim().toUpperCase() ?? "";
    if (origin === "") yield { code: "originMissing", of };
    else if (!isCountry(origin)) yield { code: "originUnknown", of, detail: origin.slice(0, 10) };
  }
}

/**
 * Six digits of the Harmonised System (WCO), up to four more of a country's own; chapters 1 to 97, without 77,
 * which is kept free, and 98 and 99 for national use, where returned goods have their place.
 */
export const isHsCode = (digits: string): boolean =>
  /^\d{6,10}$/.test(digits) && Number(digits.slice(0, 2)) >= 1 && !digits.startsWith("77");

/**
 * Everything that would make a carrier refuse this parcel, before any money is spent; nothing when it can go.
 * What customs ask for is looked at only where there is a customs border between the two places.
 */
export function checkShipment(
  shipment: Shipment,
  { by = "any" }: { by?: ShipmentBy } = {},
): ShipmentProblem[] {
  const abroad = crossesCustoms(shipment.from, shipment.to);
  return [
    ...addressProblems("from", shipment.from, by, abroad),
    ...addressProblems("to", shipment.to, by, abroad),
    ...parcelProblems(shipment, by),
    ...(abroad ? itemProblems(shipment.items) : []),
  ];
}
