import type { Finding } from "~/platform/channels/email/dkim";

export {
  olderThan,
  RETENTION,
  RETENTION_CLASSES,
  type RetentionClass,
  type RetentionDays,
  readDays,
} from "./retention";
/** What text on a colour needs to be readable: WCAG 2.2 success criterion 1.4.3 (AA). */
export const READABLE_CONTRAST = 4.5;

const HEX = /^#[0-9a-f]{6}$/i;

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** Relative luminance of "#rrggbb" (WCAG 2.2), 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of white text on "#rrggbb", 1 to 21; 0 when it is not a colour. */
export const contrastWithWhite = (colour: string): number =>
  HEX.test(colour) ? 1.05 / (luminance(colour) + 0.05) : 0;

/** The same colour, darkened step by step until white text on it is readable. */
export function readableColour(colour: string): string {
  let dark = HEX.test(colour) ? colour.toLowerCase() : "#000000";
  while (contrastWithWhite(dark) < READABLE_CONTRAST) {
    const darker = channels(dark).map((channel) => Math.floor(channel * 0.96));
    dark = `#${darker.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
  }
  return dark;
}

/** The highest a logo is shown, in CSS pixels. */
const HIGHEST_LOGO = 80;

/** How large a picture is shown: so wide, never larger than it is, nor higher than 80 pixels; its shape stays. */
export function shownSize(
  picture: { width: number; height: number },
  wanted: number,
): { width: number; height: number } {
  const scale = Math.min(wanted / picture.width, HIGHEST_LOGO / picture.height, 1);
  return {
    width: Math.max(1, Math.round(picture.width * scale)),
    height: Math.max(1, Math.round(picture.height * scale)),
  };
}

/** The domain of a sender's address, in lower case; null when the shop has none of its own. */
export const domainOf = (address: string | null): string | null =>
  address?.split("@")[1]?.toLowerCase() ?? null;

/** Since when a domain's mail is signed, after its key was looked up: silence of name servers changes nothing. */
export function verifiedAfter(before: Date | null, found: Finding, now: Date): Date | null {
  if (found === "unknown") return before;
  return found === "right" ? (before ?? now) : null;
}

/** The most each may pay out alone, in minor units of the shop's currency; null: as much as they like. */
export type PayoutLimits = {
  everybody: number | null;
  people: readonly { staffId: string; limit: number | null }[];
};
type Person = { kind: string; id?: string; owner?: boolean };

/**
 * The most somebody may pay out alone, in minor units of the shop's currency; null: as much as they like. What
 * the policy starts by itself has no limit: the merchant set it.
 */
export function limitOf(limits: PayoutLimits, person: Person): number | null {
  if (person.kind !== "staff" || person.owner) return null;
  const own = limits.people.find((one) => one.staffId === person.id);
  return own ? own.limit : limits.everybody;
}

/** May they change the limits? Whoever is limited may not: they could lift their own. */
export const mayChangeLimits = (limits: PayoutLimits, person: { id: string; owner: boolean }): boolean =>
  limitOf(limits, { kind: "staff", ...person }) === null;
