/** Clock times ("21:00") between which nobody is disturbed; `to` may be on the next day. */
export type QuietHours = { from: string; to: string };

const DAY_MS = 86_400_000;

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The minutes since midnight that clocks in `timeZone` show; UTC's where the zone is unknown. */
function minuteOfDay(at: Date, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    const style = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
    try {
      clock = new Intl.DateTimeFormat("en-GB", { ...style, timeZone });
    } catch {
      clock = new Intl.DateTimeFormat("en-GB", { ...style, timeZone: "UTC" });
    }
    clocks.set(timeZone, clock);
  }
  return minutes(clock.format(at));
}

/**
 * When the quiet hours end that hold at `now` by the clocks of `timeZone`; null when they do not hold. In the
 * night of a clock change they end at the time the clocks then show.
 */
export function quietUntil(now: Date, timeZone: string, quiet: QuietHours | null): Date | null {
  if (!quiet || quiet.from === quiet.to) return null;
  const [from, to, at] = [minutes(quiet.from), minutes(quiet.to), minuteOfDay(now, timeZone)];
  const overnight = from > to;
  const isQuiet = overnight ? at >= from || at < to : at >= from && at < to;
  if (!isQuiet) return null;
  const ahead = (to - at + 1440) % 1440 || 1440;
  const guess = new Date(Math.floor(now.getTime() / 60_000) * 60_000 + ahead * 60_000);
  const shown = minuteOfDay(guess, timeZone);
  // The clocks changed in between: put right by what they show then, at most a day either way.
  const off = ((shown - to + 2160) % 1440) - 720;
  const until = new Date(guess.getTime() - off * 60_000);
  return until > now && until.getTime() - now.getTime() <= DAY_MS * 1.5 ? until : guess;
}
