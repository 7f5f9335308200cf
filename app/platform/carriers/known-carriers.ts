import { plain, recognise, surelyOf } from "./tracking-number";

/** A carrier as people, Shopify and aggregators name it. Keys are those of number-formats.ts. */
export interface KnownCarrier {
  readonly name: string;
  /** Shopify's name, by which it makes its own tracking link (Admin API, FulfillmentTrackingInput.company). */
  readonly shopify?: string;
  /** How else it is written, without case, blanks and signs. */
  readonly also?: readonly string[];
  /** EasyPost's name (docs.easypost.com/docs/carriers); absent: it finds out by the number. */
  readonly easypost?: string;
  /** Its own public page about a number, which is put at the end. */
  readonly page?: string;
}

/** Every carrier whose numbers we know. Data: a new one is a line. */
export const KNOWN_CARRIERS: Readonly<Record<string, KnownCarrier>> = {
  ups: {
    name: "UPS",
    shopify: "UPS",
    also: ["unitedparcelservice", "upsground", "upssurepost"],
    easypost: "UPS",
    page: "https://www.ups.com/track?tracknum=",
  },
  usps: {
    name: "USPS",
    shopify: "USPS",
    also: ["uspostalservice", "unitedstatespostalservice"],
    easypost: "USPS",
    page: "https://tools.usps.com/go/TrackConfirmAction?tLabels=",
  },
  fedex: {
    name: "FedEx",
    shopify: "FedEx",
    also: ["federalexpress", "fedexground", "fedexhomedelivery"],
    easypost: "FedEx",
    page: "https://www.fedex.com/fedextrack/?trknbr=",
  },
  dhl: {
    name: "DHL",
    shopify: "DHL Express",
    also: ["dhlexpress", "dhlecommerce", "dhlparcel", "dhlpaket", "dhlgermany", "dhlde"],
    page: "https://www.dhl.com/global-en/home/tracking.html?tracking-id=",
  },
  dpd: {
    name: "DPD",
    shopify: "DPD",
    also: ["dpduk", "dpdgermany", "dpdlocal", "dpdde", "dynamicparceldistribution"],
    page: "https://tracking.dpd.de/status/en_US/parcel/",
  },
  gls: {
    name: "GLS",
    shopify: "GLS",
    also: ["generallogisticssystems", "glsus", "glsde"],
    page: "https://gls-group.com/GROUP/en/parcel-tracking?match=",
  },
  hermes: { name: "Hermes", shopify: "Hermes", also: ["myhermes", "hermesgermany"] },
  evri: { name: "Evri", shopify: "Evri", also: ["hermesuk"], page: "https://www.evri.com/track/parcel/" },
  royal_mail: {
    name: "Royal Mail",
    shopify: "Royal Mail",
    also: ["royalmailgroup"],
    easypost: "RoyalMail",
    page: "https://www.royalmail.com/track-your-item#/tracking-results/",
  },
  parcelforce: { name: "Parcelforce", shopify: "Parcelforce", also: ["parcelforceworldwide"] },
  yodel: { name: "Yodel", shopify: "Yodel" },
  deutsche_post: { name: "Deutsche Post", shopify: "Deutsche Post (EN)", also: ["deutschepostde"] },
  la_poste: {
    name: "La Poste",
    shopify: "La Poste",
    page: "https://www.laposte.fr/outils/suivre-vos-envois?code=",
  },
  colissimo: {
    name: "Colissimo",
    shopify: "Colissimo",
    page: "https://www.laposte.fr/outils/suivre-vos-envois?code=",
  },
  chronopost: { name: "Chronopost", shopify: "Chronopost" },
  postnl: { name: "PostNL", shopify: "PostNL" },
  bpost: { name: "bpost", shopify: "Bpost" },
  postnord: { name: "PostNord", shopify: "PostNord", also: ["postnordse", "postnorddk"] },
  posten_norge: { name: "Posten", shopify: "Bring", also: ["posten", "bring"] },
  poczta_polska: { name: "Poczta Polska", shopify: "Poczta Polska" },
  inpost: { name: "InPost", shopify: "InPost" },
  correos: { name: "Correos", shopify: "Correos" },
  poste_italiane: { name: "Poste Italiane", shopify: "Poste Italiane" },
  canada_post: {
    name: "Canada Post",
    shopify: "Canada Post",
    also: ["postescanada"],
    easypost: "CanadaPost",
    page: "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor=",
  },
  purolator: { name: "Purolator", shopify: "Purolator", easypost: "Purolator" },
  canpar: { name: "Canpar", shopify: "Canpar", easypost: "Canpar" },
  ontrac: { name: "OnTrac", shopify: "OnTrac", easypost: "OnTrac" },
  lasership: { name: "LaserShip", shopify: "Lasership", easypost: "LaserShipV2" },
  amazon: { name: "Amazon", shopify: "Amazon Logistics US", also: ["amazonlogistics", "amazonshipping"] },
  australia_post: {
    name: "Australia Post",
    shopify: "Australia Post",
    also: ["auspost"],
    easypost: "AustraliaPost",
    page: "https://auspost.com.au/mypost/track/details/",
  },
  japan_post: { name: "Japan Post", shopify: "Japan Post (EN)", also: ["japanpostja", "yubin"] },
  yamato: { name: "Yamato", shopify: "Yamato (EN)", also: ["yamatoja", "kuronekoyamato", "yamatotransport"] },
  sagawa: { name: "Sagawa", shopify: "Sagawa (EN)", also: ["sagawaja", "sagawaexpress"] },
  israel_post: { name: "Israel Post", shopify: "Israel Post" },
  china_post: { name: "China Post", shopify: "China Post" },
  sf_express: { name: "SF Express", shopify: "SF Express" },
  yunexpress: { name: "YunExpress", shopify: "YunExpress" },
  yanwen: { name: "Yanwen", shopify: "Yanwen" },
  fourpx: { name: "4PX", shopify: "4PX" },
  cainiao: { name: "Cainiao", shopify: "Cainiao" },
  aramex: { name: "Aramex", shopify: "Aramex" },
};

const written = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

const BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(KNOWN_CARRIERS).flatMap(([key, { name, shopify, also = [] }]) =>
    [key, name, shopify ?? name, ...also].map((one) => [written(one), key] as const),
  ),
);

/** The carrier that a name stands for, however it is written; null for "Other", nothing, and names we do not know. */
export const carrierNamed = (name: string | null): string | null =>
  (name && name.length <= 100 && BY_NAME.get(written(name))) || null;

export const knownCarrier = (key: string | null): KnownCarrier | null =>
  key !== null && Object.hasOwn(KNOWN_CARRIERS, key) ? (KNOWN_CARRIERS[key] ?? null) : null;

/** Who carries a parcel, and by whose word. */
export type Carriage = { carrier: string | null; by: "shopify" | "number" };

/** Names that merchants and apps give when they name nobody. */
const NOBODY: ReadonlySet<string> = new Set([
  "",
  "other",
  "others",
  "unknown",
  "none",
  "custom",
  "standard",
  "na",
]);

/** Couriers that are no posts: a number of the Universal Postal Union (S10) is none of theirs. */
const NO_POSTS: ReadonlySet<string> = new Set(
  "ups fedex gls dpd hermes evri yodel amazon purolator canpar ontrac lasership inpost".split(" "),
);
const isPostal = (number: string): boolean => /^[A-Z]{2}\d{9}[A-Z]{2}$/.test(plain(number));

/**
 * Who carries a parcel, by the name Shopify has and the number. A name holds unless the number cannot be that
 * carrier's and surely is another's; where nobody is named ("Other") the number alone says, if only one carrier's
 * check digit fits. A carrier we do not know keeps its name.
 */
export function carriageOf(company: string | null, number: string): Carriage {
  const named = carrierNamed(company);
  const sure = surelyOf(number);
  if (named) {
    const may = recognise(number).some((one) => one.carrier === named && one.valid);
    // Posts share their country's numbers with couriers of their own, such as Parcelforce.
    const mayDiffer = !isPostal(number) || NO_POSTS.has(named);
    return sure && !may && mayDiffer ? { carrier: sure, by: "number" } : { carrier: named, by: "shopify" };
  }
  if (sure && NOBODY.has(written(company ?? ""))) return { carrier: sure, by: "number" };
  return { carrier: null, by: "shopify" };
}

/** The carrier's own page about a number; null where we know none. */
export function trackingPage(carrier: string | null, number: string): string | null {
  const page = knownCarrier(carrier)?.page;
  return page ? page + encodeURIComponent(plain(number)) : null;
}
