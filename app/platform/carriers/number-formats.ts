import {
  fedexExpress,
  gls,
  gs1,
  identcode,
  luhn,
  mod7,
  mod10Of12,
  mod37to36,
  s10,
  ups,
} from "./check-digits";

/** One way in which a carrier writes its numbers. */
export interface NumberFormat {
  readonly carrier: string;
  /** The whole number: capitals and digits only. The first group is what `check` sees, else everything. */
  readonly pattern: RegExp;
  /** Does the check digit hold? Absent where the carrier publishes none: the structure is all there is. */
  readonly check?: (text: string) => boolean;
  /** How often a number of this look is this carrier's, before any check; only its order of size matters. */
  readonly often: number;
}

const format = (
  carrier: string,
  pattern: RegExp,
  often: number,
  check?: (text: string) => boolean,
): NumberFormat => ({ carrier, pattern, often, ...(check ? { check } : {}) });

const with91 = (digits: string): boolean => gs1(`91${digits}`);
const with92 = (digits: string): boolean => gs1(`92${digits}`);
const with4 = (digits: string): boolean => mod10Of12(digits.startsWith("4") ? digits : `4${digits}`);
const with5 = (digits: string): boolean => mod10Of12(digits.startsWith("5") ? digits : `5${digits}`);

/** A routing barcode's "420" and ZIP code stand before the number and are no part of it. */
const ZIP = "(?:420(?:\\d{5}|\\d{9}))?";

/** North America. Sources: the carriers' label guides, as gathered in jkeen/tracking_number_data. */
const NORTH_AMERICA: readonly NumberFormat[] = [
  format("ups", /^1Z([A-Z0-9]{15}\d)$/, 100, ups),
  format("ups", /^[AHJKTV](\d{10})$/, 20, mod10Of12),
  format("ups", /^MI\d{6}[A-Z0-9]{1,22}$/, 10),
  // USPS Publication 199: a nine-digit mailer id begins with 9, a six-digit one does not.
  format(
    "usps",
    new RegExp(`^${ZIP}(9[45]\\d{20}|92\\d{3}9\\d{16}|93\\d{3}[0-8]\\d{16}|91\\d{20})$`),
    90,
    gs1,
  ),
  format("usps", new RegExp(`^${ZIP}(9[1-5]\\d{24}|9[1-5]\\d{28})$`), 60, gs1),
  format("usps", /^(\d{20})$/, 25, gs1),
  format("usps", new RegExp(`^${ZIP}([1-9]\\d{19})$`), 6, with91),
  format("fedex", /^(\d{12})$/, 60, fedexExpress),
  format("fedex", /^(\d{15})$/, 50, gs1),
  format("fedex", /^(\d{18})$/, 4, gs1),
  format("fedex", /^((?:58|61|02)\d{18})$/, 12, with92),
  format("fedex", /^96\d{5}(\d{15})$/, 80, gs1),
  format("fedex", /^96\d{18}(\d{14})$/, 80, fedexExpress),
  format("fedex", /^[0-8]\d{19}(\d{14})$/, 60, fedexExpress),
  format("fedex", /^3\d{15}(\d{12})\d{4}$/, 40, fedexExpress),
  format("amazon", /^TB[ACM]\d{12}$/, 90),
  format("amazon", /^[AFC]\d{10}$/, 2),
  format("canada_post", /^(\d{16})$/, 20, gs1),
  format("purolator", /^([0-5]\d{11})$/, 8, luhn),
  format("purolator", /^[A-Z]{3}\d{9}$/, 20),
  format("canpar", /^[CDKLSUXZ]\d{21}$/, 20),
  format("ontrac", /^C(\d{14})$/, 60, with4),
  format("ontrac", /^D(\d{14})$/, 60, with5),
  format("lasership", /^L[AIEHNX][1-3]\d{7}$/, 50),
  format("lasership", /^1LS7[12]\d{10}$/, 80),
  format("lasership", /^1LS7[12]\d{2}01[1-4]\d{6}1$/, 80),
  format("lasership", /^1LSCX[A-Z0-9]{10}$/, 80),
  format("landmark", /^LTN\d{8}N1$/, 90),
  format("gofo", /^GFUS\d{14}$/, 90),
  format("speedee", /^SP\d{18}$/, 80),
  format("old_dominion", /^((?:77[78]|072|780)\d{8})$/, 5, luhn),
  format("old_dominion", /^(80\d{9})$/, 4, luhn),
];

/**
 * Europe. Sources: DHL, Hermes, GLS: paketda.de "Prüfziffern-Berechnung für Paketnummern"; DPD: "Parcel label
 * specification 2.4"; SSCC owners by their GS1 prefix (GS1 "Prefix list"); Poczta Polska: its SSCC 5900773.
 */
const EUROPE: readonly NumberFormat[] = [
  format("dhl", /^(\d{10})$/, 30, mod7),
  format("dhl", /^(\d{11})$/, 6, mod7),
  format("dhl", /^J[A-Z]{2,3}\d{9,10}$/, 10),
  format("dhl", /^JJD\d{11,18}$/, 30),
  format("dhl", /^JVGL\d{8,20}$/, 60),
  format("dhl", /^JD\d{18}$/, 60),
  format("dhl", /^(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)(?=[A-Z0-9]*\d)[A-Z0-9]{10,39}$/, 8),
  format("dhl", /^\d{14}$/, 4),
  format("dhl", /^(\d{12})$/, 15, identcode),
  format("dhl", /^((?:00)?34\d{16})$/, 60, gs1),
  format("dpd", /^(\d{27}[0-9A-Z])$/, 60, mod37to36),
  format("dpd", /^(\d{14}[0-9A-Z])$/, 20, mod37to36),
  format("dpd", /^\d{14}$/, 6),
  format("hermes", /^(\d{14})$/, 2, gs1),
  format("gls", /^(\d{12})$/, 6, gls),
  format("gls", /^\d{11}$/, 2),
  format("gls", /^[A-Z][A-Z0-9]{7}$/, 0.5),
  format("evri", /^[0-9HTPC]\d{15}$/, 3),
  format("evri", /^[HTPC][0-9A-Z]{5}\d{10}$/, 15),
  format("yodel", /^JJ?D0\d{15}$/, 45),
  format("parcelforce", /^[A-Z]{2}\d{7}(?:\d{3})?$/, 5),
  format("inpost", /^[4569]\d{23}$/, 30),
  format("bpost", /^32\d{22}$/, 50),
  format("postnl", /^3S[A-Z]{4,6}\d{7,11}$/, 90),
  format("colissimo", /^\d[A-Z]\d{11}$/, 40),
  format("chronopost", /^[A-Z]{2}(\d{9})(?:J[A-Z]|EE)$/, 30, s10),
  format("correos", /^P[A-Z0-9](?=[A-Z0-9]*\d{10})[A-Z0-9]{21}$/, 40),
  format("poste_italiane", /^1U[A-Z0-9]{11}$/, 20),
  format("posten_norge", /^((?:00)?370\d{15})$/, 50, gs1),
  format("postnord", /^((?:00)?3(?:73|57)\d{15})$/, 50, gs1),
  format("poczta_polska", /^(00\d5900773\d{10})$/, 90, gs1),
  format("gls", /^\d{20}$/, 0.5),
];

/**
 * Asia and Oceania. Sources: Japan's "7DR" check digit (nanoappli.com/blog/archives/369); Australia Post:
 * eParcel article numbers as neodynamic.com describes them.
 */
const ASIA_PACIFIC: readonly NumberFormat[] = [
  format("yamato", /^(\d{12})$/, 20, mod7),
  format("sagawa", /^(\d{12})$/, 15, mod7),
  format("japan_post", /^(\d{11,12})$/, 10, mod7),
  format("yunexpress", /^YT\d{16}$/, 90),
  format("fourpx", /^4PX\d{10,15}(?:CN)?$/, 90),
  format("cainiao", /^LP\d{14}$/, 60),
  format("yanwen", /^[A-Z]{2}(\d{9})YP$/, 80, s10),
  format("sf_express", /^SF\d{12,13}$/, 90),
  format("aramex", /^\d{11}$/, 1),
  format("australia_post", /^(?=\d*[A-Z])[A-Z0-9]{3}\d{7}(?:0[1-9]|1\d|20)\d{2}[12]\d$/, 40),
  format("australia_post", /^(?=\d*[A-Z])[A-Z0-9]{3}\d{7}$/, 3),
];

/** Every format known, S10 numbers aside. A new one is a line here. */
export const NUMBER_FORMATS: readonly NumberFormat[] = [...NORTH_AMERICA, ...EUROPE, ...ASIA_PACIFIC];
