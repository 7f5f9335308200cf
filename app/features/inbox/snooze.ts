import { type CalendarDay, dayNumberIn, momentIn, numberOfDay } from "~/values/calendar";
import { type BusinessHours, openingOf } from "./business-hours";

/** Until when a conversation may sleep, as staff say it: by these words, or until a day of the calendar. */
export const SNOOZE_WORDS = ["laterToday", "tomorrow", "nextWeek"] as const;
export type SnoozeWish = (typeof SNOOZE_WORDS)[number] | { day: CalendarDay };

const HOUR_MS = 3_600_000;
const HALF_HOUR_MS = HOUR_MS / 2;
const LATER_MS = 3 * HOUR_MS;
const LONGEST_DAYS = 366;
/** When a day begins on which nobody answers, but that was chosen all the same. */
const MORNING_MINUTE = 9 * 60;

/**
 * When a conversation wakes. Later today: in three hours, at the next half hour of the clock, if that is still
 * today. Tomorrow: when the next business day opens. Next week: when the first business day from Monday on opens.
 * A day: when it opens, or at nine when it is a day off. Null when that has passed, or is more than a year away.
 */
export function snoozeEnd(wish: SnoozeWish, now: Date, hours: BusinessHours): Date | null {
  const today = dayNumberIn(now.getTime(), hours.timeZone);
  if (wish === "laterToday") {
    const at = Math.ceil((now.getTime() + LATER_MS) / HALF_HOUR_MS) * HALF_HOUR_MS;
    return dayNumberIn(at, hours.timeZone) === today ? new Date(at) : null;
  }
  if (wish === "tomorrow") return firstMorning(today + 1, hours);
  if (wish === "nextWeek") return firstMorning(nextMonday(today), hours);
  const day = numberOfDay(wish.day);
  if (!(day >= today && day <= today + LONGEST_DAYS)) return null;
  const at = morningOf(day, hours);
  return at > now ? at : null;
}

/** What can be chosen at `now`, and when each would wake. */
export const snoozeOffers = (now: Date, hours: BusinessHours) =>
  SNOOZE_WORDS.flatMap((wish) => {
    const at = snoozeEnd(wish, now, hours);
    return at ? [{ wish, at }] : [];
  });

/** 1 January 1970 was a Thursday: day 4 was a Monday. */
const nextMonday = (day: number): number => day + 7 - ((((day - 4) % 7) + 7) % 7);

const morningOf = (day: number, hours: BusinessHours): Date =>
  openingOf(day, hours) ?? new Date(momentIn(day, MORNING_MINUTE, hours.timeZone));

/** The opening of the first business day from `day` on; of that day itself where there is none for a month. */
function firstMorning(day: number, hours: BusinessHours): Date {
  for (let ahead = 0; ahead < 31; ahead++) {
    const at = openingOf(day + ahead, hours);
    if (at) return at;
  }
  return morningOf(day, hours);
}
