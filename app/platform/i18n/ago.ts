const MINUTE = 60_000;
const STEPS = [
  ["day", 24 * 60 * MINUTE],
  ["hour", 60 * MINUTE],
  ["minute", MINUTE],
] as const;

const formats = new Map<string, Intl.RelativeTimeFormat>();

/** How long ago something was, as the reader says it: "3 hours ago", "yesterday". What is ahead is "this minute". */
export function formatAgo(at: Date, now: Date, locale: string): string {
  const format = formats.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  formats.set(locale, format);
  const passed = Math.max(0, now.getTime() - at.getTime());
  const [unit, length] = STEPS.find(([, step]) => passed >= step) ?? STEPS[2];
  return format.format(-Math.floor(passed / length), unit);
}
