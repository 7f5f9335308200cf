import type { Address } from "./address";

/**
 * Where one clock does not serve a whole country: the zone that most of the people of a state or province live
 * by (ISO 3166-2 codes as Shopify gives them → IANA tz database 2026a). Places of two zones have the larger's.
 */
const BY_PROVINCE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: zones({
    "America/New_York": "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
    "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
    "America/Denver": "CO ID MT NM UT WY",
    "America/Phoenix": "AZ",
    "America/Los_Angeles": "CA NV OR WA",
    "America/Anchorage": "AK",
    "Pacific/Honolulu": "HI",
    "America/Puerto_Rico": "PR VI",
    "Pacific/Guam": "GU MP",
    "Pacific/Pago_Pago": "AS",
  }),
  CA: zones({
    "America/Toronto": "ON QC NU",
    "America/Winnipeg": "MB",
    "America/Regina": "SK",
    "America/Edmonton": "AB NT",
    "America/Vancouver": "BC",
    "America/Whitehorse": "YT",
    "America/Halifax": "NB NS PE",
    "America/St_Johns": "NL",
  }),
  AU: zones({
    "Australia/Sydney": "ACT NSW",
    "Australia/Melbourne": "VIC",
    "Australia/Brisbane": "QLD",
    "Australia/Adelaide": "SA",
    "Australia/Darwin": "NT",
    "Australia/Perth": "WA",
    "Australia/Hobart": "TAS",
  }),
  BR: zones({
    "America/Sao_Paulo": "AL AP BA CE DF ES GO MA MG PA PB PE PI PR RJ RN RS SC SE SP TO",
    "America/Manaus": "AM MS MT RO RR",
    "America/Rio_Branco": "AC",
  }),
  MX: zones({
    "America/Tijuana": "BC",
    "America/Hermosillo": "SON BCS SIN NAY",
    "America/Cancun": "Q_ROO QROO ROO",
  }),
  ID: zones({
    "Asia/Makassar": "BA NB NT KS KU KI SN ST SR SG GO SA",
    "Asia/Jayapura": "MA MU PA PB",
  }),
  ES: zones({ "Atlantic/Canary": "GC TF", "Africa/Ceuta": "CE ML" }),
  PT: zones({ "Atlantic/Azores": "20 PT-20", "Atlantic/Madeira": "30 PT-30" }),
  RU: zones({
    "Europe/Kaliningrad": "KGD",
    "Asia/Yekaterinburg": "SVE CHE PER TYU BA KGN ORE KHM YAN",
    "Asia/Novosibirsk": "NVS OMS TOM ALT KEM AL",
    "Asia/Krasnoyarsk": "KYA KK TY",
    "Asia/Irkutsk": "IRK BU",
    "Asia/Yakutsk": "SA AMU ZAB",
    "Asia/Vladivostok": "PRI KHA YEV SAK",
    "Asia/Kamchatka": "KAM CHU",
  }),
};

/** The zone most of the people live by, where the province decides nothing or is not known. */
const BY_COUNTRY: Readonly<Record<string, string>> = {
  AR: "America/Argentina/Buenos_Aires",
  AU: "Australia/Sydney",
  BR: "America/Sao_Paulo",
  CA: "America/Toronto",
  CD: "Africa/Kinshasa",
  CL: "America/Santiago",
  CN: "Asia/Shanghai",
  CY: "Asia/Nicosia",
  DE: "Europe/Berlin",
  EC: "America/Guayaquil",
  ES: "Europe/Madrid",
  ID: "Asia/Jakarta",
  KZ: "Asia/Almaty",
  MN: "Asia/Ulaanbaatar",
  MX: "America/Mexico_City",
  MY: "Asia/Kuala_Lumpur",
  NZ: "Pacific/Auckland",
  PF: "Pacific/Tahiti",
  PS: "Asia/Hebron",
  PT: "Europe/Lisbon",
  RU: "Europe/Moscow",
  UA: "Europe/Kyiv",
  US: "America/Chicago",
  UZ: "Asia/Tashkent",
  VN: "Asia/Ho_Chi_Minh",
};

function zones(places: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(places).flatMap(([zone, provinces]) => provinces.split(" ").map((one) => [one, zone])),
  );
}

/**
 * The IANA time zone at an address, by its country and province; null where nobody can say. Countries of one
 * zone are Intl's (Unicode CLDR). A country of several whose province is unknown gets its most peopled one.
 */
export function zoneOfAddress(address: Pick<Address, "country" | "province"> | null): string | null {
  const country = address?.country?.toUpperCase();
  if (!country || !/^[A-Z]{2}$/.test(country)) return null;
  const province = address?.province?.toUpperCase() ?? "";
  return BY_PROVINCE[country]?.[province] ?? BY_COUNTRY[country] ?? onlyZone(country);
}

const known = new Map<string, string | null>();

function onlyZone(country: string): string | null {
  if (!known.has(country)) known.set(country, askIntl(country));
  return known.get(country) ?? null;
}

function askIntl(country: string): string | null {
  // ECMA-402 Locale Info: newer than the compiler's library, a property in some engines, a method in others.
  const locale = new Intl.Locale("und", { region: country }) as Intl.Locale & {
    timeZones?: string[];
    getTimeZones?(): string[];
  };
  return (locale.getTimeZones?.() ?? locale.timeZones)?.[0] ?? null;
}
