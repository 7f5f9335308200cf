/** How postcodes look (Unicode CLDR 26 postalCodeData, the UPU's "Addressing systems"), without blanks and dashes. */
const FORMATS: Readonly<Record<string, string>> = {
  AR: "[A-Z]?\\d{4}(?:[A-Z]{3})?",
  AT: "\\d{4}",
  AU: "\\d{4}",
  BE: "\\d{4}",
  BG: "\\d{4}",
  BR: "\\d{8}",
  CA: "[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z]\\d[ABCEGHJ-NPRSTV-Z]\\d",
  CH: "\\d{4}",
  CL: "\\d{7}",
  CN: "\\d{6}",
  CY: "\\d{4}",
  CZ: "\\d{5}",
  DE: "\\d{5}",
  DK: "\\d{4}",
  EE: "\\d{5}",
  ES: "\\d{5}",
  FI: "\\d{5}",
  FR: "\\d{5}",
  GB: "(?:GIR0AA|BFPO\\d{1,4}|[A-Z]{1,2}\\d[A-Z\\d]?\\d[ABD-HJLNP-UW-Z]{2})",
  GR: "\\d{5}",
  HR: "\\d{5}",
  HU: "\\d{4}",
  ID: "\\d{5}",
  IE: "(?:[AC-FHKNPRTV-Y]\\d[\\dW][0-9AC-FHKNPRTV-Y]{4})?",
  IL: "\\d{5}(?:\\d{2})?",
  IN: "[1-9]\\d{5}",
  IS: "\\d{3}",
  IT: "\\d{5}",
  JP: "\\d{7}",
  KR: "\\d{5}",
  LI: "\\d{4}",
  LT: "\\d{5}",
  LU: "\\d{4}",
  LV: "\\d{4}",
  MC: "980\\d{2}",
  MT: "[A-Z]{3}\\d{2,4}",
  MX: "\\d{5}",
  MY: "\\d{5}",
  NL: "[1-9]\\d{3}[A-Z]{2}",
  NO: "\\d{4}",
  NZ: "\\d{4}",
  PH: "\\d{4}",
  PL: "\\d{5}",
  PR: "00[679]\\d{2}(?:\\d{4})?",
  PT: "\\d{4}(?:\\d{3})?",
  RO: "\\d{6}",
  RS: "\\d{5,6}",
  RU: "\\d{6}",
  SA: "\\d{5}(?:\\d{4})?",
  SE: "\\d{5}",
  SG: "\\d{6}",
  SI: "\\d{4}",
  SK: "\\d{5}",
  TH: "\\d{5}",
  TR: "\\d{5}",
  TW: "\\d{3}(?:\\d{2,3})?",
  UA: "\\d{5}",
  US: "\\d{5}(?:\\d{4})?",
  VN: "\\d{5,6}",
  ZA: "\\d{4}",
};

const patterns = new Map(Object.entries(FORMATS).map(([code, source]) => [code, new RegExp(`^${source}$`)]));

/** Prefixes that people write before a postcode: "D-80331", "SE-114 55". */
const bare = (zip: string, country: string): string => {
  const plain = zip
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, "");
  const prefix = new RegExp(`^(?:${country}|${country[0]})(?=\\d{3,}$)`);
  return /^\d|^[A-Z]\d{3,}$|^[A-Z]{2}\d{3,}$/.test(plain) && !patterns.get(country)?.test(plain)
    ? plain.replace(prefix, "")
    : plain;
};

/** "missing" where the country uses postcodes, "wrong" when it does not look like one of that country, else null. */
export function postcodeProblem(zip: string | null, country: string): "missing" | "wrong" | null {
  const pattern = patterns.get(country);
  if (!pattern) return null;
  const plain = bare(zip ?? "", country);
  if (pattern.test(plain)) return null;
  return plain === "" ? "missing" : "wrong";
}

/** Where the province or state is part of every address (libaddressinput, "require" with S). */
export const NEEDS_PROVINCE: ReadonlySet<string> = new Set(["AU", "BR", "CA", "MX", "US"]);
/** City-states and places whose addresses may lack a town. */
export const NEEDS_NO_CITY: ReadonlySet<string> = new Set(["SG", "MC", "VA", "GI", "HK", "MO"]);
