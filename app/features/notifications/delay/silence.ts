import { DAY_MS, holidaysOf, restDays } from "~/platform/calendar/holidays";
import { zoneOf } from "./lane";

/**
 * Working days without a scan after which a parcel counts as lost, by how far it goes: the waits after which
 * Royal Mail takes claims for loss (10 at home, 20 in Europe, 25 beyond).
 */
const LOST_AFTER = { domestic: 10, near: 20, far: 25 } as const;

/** Nobody is asked to count further. */
const MOST_DAYS = 120;

/** Working days of a country between two moments (milliseconds), not counting the first day; at most 120. */
export function openDaysBetween(country: string, region: string, from: number, until: number): number {
  const rest = restDays(country);
  const book = holidaysOf(country, region);
  const last = Math.floor(until / DAY_MS);
  let count = 0;
  for (let day = Math.floor(from / DAY_MS) + 1; day <= last && count < MOST_DAYS; day++)
    if (!rest.includes((((day + 4) % 7) + 7) % 7) && !book.isHoliday(day)) count++;
  return count;
}

type Way = { from: string; country: string; region: string };

/** Has a parcel that was last seen at `seenAt` been silent for so long that it counts as lost? */
export const isLost = ({ from, country, region }: Way, seenAt: number, now: number): boolean =>
  openDaysBetween(country, region, seenAt, now) >= LOST_AFTER[zoneOf(from, country)];
