import type { ParcelStatus } from "~/platform/carriers/status";

/** A moment: a Date, or a text that Date can read. Of a text without a time ("2026-11-20") see {@link readParcel}. */
export type Moment = Date | string;

export type Place = {
  /** ISO 3166-1 alpha-2; what is unknown is kept apart from the known, and has no holidays */
  country?: string | null;
  region?: string | null;
  postcode?: string | null;
};

/** What the carrier said last. A status that is not of the vocabulary counts as being on the way. */
export type LastScan = { at: Moment; status?: ParcelStatus | (string & {}) | null };

/** A parcel as the shop knows it. Any field may be missing. */
export type Parcel = {
  placed?: Moment | null;
  handedOver?: Moment | null;
  promised?: Moment | null;
  carrier?: string | null;
  service?: string | null;
  origin?: Place | null;
  destination?: Place | null;
  lastScan?: LastScan | null;
};

/** A parcel of the past, or one still under way (`delivered` null): both teach. A row given twice counts twice. */
export type PastParcel = Parcel & { delivered?: Moment | null };

export type Address = { country: string; region: string; postcode: string };
export type Scan = { at: number; status: string };

/** A parcel read: moments in milliseconds since 1970, null when absent or impossible. */
export type ReadParcel = {
  placed: number | null;
  handedOver: number | null;
  promised: number | null;
  delivered: number | null;
  carrier: string;
  service: string;
  origin: Address;
  destination: Address;
  lastScan: Scan | null;
};

const EARLIEST = Date.UTC(1995, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
const DATE_ONLY = /^\s*\d{4}-\d{2}-\d{2}\s*$/;
const DAY = 86_400_000;

/** Milliseconds since 1970, or null when it is no moment at all. */
export function readMoment(given: unknown): number | null {
  const at =
    given instanceof Date ? given.getTime() : typeof given === "string" ? Date.parse(given) : Number.NaN;
  return Number.isFinite(at) ? at : null;
}

/** As {@link readMoment}, but what happened did so between 1995 and 2100: the rest is a slip of a clock. */
function readEvent(given: unknown): number | null {
  const at = readMoment(given);
  return at !== null && at >= EARLIEST && at < LATEST ? at : null;
}

/** A promise of a mere day ("2026-11-20") holds until that day's end in UTC; any moment may be promised. */
function readPromise(given: unknown): number | null {
  const at = readMoment(given);
  return at !== null && typeof given === "string" && DATE_ONLY.test(given) ? at + DAY - 1 : at;
}

const texts = new Map<string, string>();

/** The same name for "DHL Express", "dhl_express" and "DHL  express". */
function plainName(given: unknown): string {
  if (typeof given !== "string" || given === "") return "";
  const kept = texts.get(given);
  if (kept !== undefined) return kept;
  const words =
    given
      .slice(0, 80)
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const plain = words.join(" ");
  if (texts.size > 20_000) texts.clear();
  texts.set(given, plain);
  return plain;
}

function readPlace(given: Place | null | undefined): Address {
  const { country, region, postcode } = given ?? {};
  return { country: code(country), region: code(region), postcode: code(postcode) };
}

/** A code in capitals without signs: "de" → DE, "SW1A 1AA" → SW1A1AA. */
function code(given: unknown): string {
  if (typeof given !== "string" || given === "") return "";
  return /^[A-Z0-9]{1,10}$/.test(given)
    ? given
    : given
        .slice(0, 20)
        .toUpperCase()
        .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Reads what is there and drops what cannot be. Never throws. */
export function readParcel(given: PastParcel): ReadParcel {
  const parcel = given ?? {};
  return {
    placed: readEvent(parcel.placed),
    handedOver: readEvent(parcel.handedOver),
    promised: readPromise(parcel.promised),
    delivered: readEvent(parcel.delivered),
    carrier: plainName(parcel.carrier),
    service: plainName(parcel.service),
    origin: readPlace(parcel.origin),
    destination: readPlace(parcel.destination),
    lastScan: readScan(parcel.lastScan),
  };
}

function readScan(given: LastScan | null | undefined): Scan | null {
  const at = readEvent(given?.at);
  return at === null ? null : { at, status: typeof given?.status === "string" ? given.status : "" };
}
