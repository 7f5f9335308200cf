/** Names and provinces for addresses; countries without a list take any province as it comes. */

const NAMES = new Intl.DisplayNames(["en"], { type: "region" });

const PROVINCES: Record<string, Record<string, string>> = {
  CA: {
    AB: "Alberta",
    BC: "British Columbia",
    MB: "Manitoba",
    NB: "New Brunswick",
    NL: "Newfoundland and Labrador",
    NS: "Nova Scotia",
    NT: "Northwest Territories",
    NU: "Nunavut",
    ON: "Ontario",
    PE: "Prince Edward Island",
    QC: "Quebec",
    SK: "Saskatchewan",
    YT: "Yukon",
  },
  US: {
    AL: "Alabama",
    AK: "Alaska",
    AZ: "Arizona",
    AR: "Arkansas",
    CA: "California",
    CO: "Colorado",
    CT: "Connecticut",
    DE: "Delaware",
    DC: "District of Columbia",
    FL: "Florida",
    GA: "Georgia",
    HI: "Hawaii",
    ID: "Idaho",
    IL: "Illinois",
    IN: "Indiana",
    IA: "Iowa",
    KS: "Kansas",
    KY: "Kentucky",
    LA: "Louisiana",
    ME: "Maine",
    MD: "Maryland",
    MA: "Massachusetts",
    MI: "Michigan",
    MN: "Minnesota",
    MS: "Mississippi",
    MO: "Missouri",
    MT: "Montana",
    NE: "Nebraska",
    NV: "Nevada",
    NH: "New Hampshire",
    NJ: "New Jersey",
    NM: "New Mexico",
    NY: "New York",
    NC: "North Carolina",
    ND: "North Dakota",
    OH: "Ohio",
    OK: "Oklahoma",
    OR: "Oregon",
    PA: "Pennsylvania",
    RI: "Rhode Island",
    SC: "South Carolina",
    SD: "South Dakota",
    TN: "Tennessee",
    TX: "Texas",
    UT: "Utah",
    VT: "Vermont",
    VA: "Virginia",
    WA: "Washington",
    WV: "West Virginia",
    WI: "Wisconsin",
    WY: "Wyoming",
  },
  GB: { ENG: "England", NIR: "Northern Ireland", SCT: "Scotland", WLS: "Wales" },
  AU: {
    ACT: "Australian Capital Territory",
    NSW: "New South Wales",
    NT: "Northern Territory",
    QLD: "Queensland",
    SA: "South Australia",
    TAS: "Tasmania",
    VIC: "Victoria",
    WA: "Western Australia",
  },
};

/** What each country calls its province and postcode, where Shopify's messages name them. */
const WORDS: Record<string, { province: string; zip: string }> = {
  US: { province: "State", zip: "ZIP code" },
  CA: { province: "Province", zip: "postal code" },
  AU: { province: "State", zip: "postcode" },
  GB: { province: "Region", zip: "postcode" },
};

export function countryName(code: string | null): string | null {
  return code ? (NAMES.of(code) ?? code) : null;
}

export function countryCode(nameOrCode: string | null | undefined): string | null {
  if (!nameOrCode) return null;
  if (/^[A-Z]{2}$/.test(nameOrCode)) return nameOrCode;
  for (const code of Object.keys(PROVINCES)) if (NAMES.of(code) === nameOrCode) return code;
  for (let first = 65; first <= 90; first += 1) {
    for (let second = 65; second <= 90; second += 1) {
      const code = String.fromCharCode(first, second);
      if (NAMES.of(code) === nameOrCode) return code;
    }
  }
  return null;
}

export function provinceName(country: string | null, code: string | null): string | null {
  if (!country || !code) return null;
  const list = PROVINCES[country];
  return list ? (list[code] ?? null) : code;
}

export function provinceCode(country: string | null, name: string | null | undefined): string | null {
  const list = country ? PROVINCES[country] : undefined;
  if (!list || !name) return null;
  if (list[name]) return name;
  return Object.entries(list).find(([, each]) => each.toLowerCase() === name.toLowerCase())?.[0] ?? null;
}

export function isKnownProvince(country: string, code: string): boolean {
  const list = PROVINCES[country];
  return !list || list[code] !== undefined;
}

export function wordsFor(country: string): { province: string; zip: string } {
  return WORDS[country] ?? { province: "Province", zip: "postal code" };
}

export const NEEDS_ZIP = new Set(["US", "CA", "GB", "AU", "DE", "FR", "NL", "IT", "ES", "JP"]);
