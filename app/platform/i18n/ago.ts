const MINUTE = 60_000;
const STEPS = [
  ["day", 24 * 60 * MINUTE],
  ["hour", 60 * MINUTE],
  ["minute", MINUTE],
] as const;

const formats = new Map<string, Intl.RelativeTimeFormat>();

/** How long ago something was, as the reader says it: "3 hours ago", "yesterday". Within a minute, or ahead: "now". */
export function formatAgo(at: Date, now: Date, locale: string): string {
  const format = formats.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  formats.set(locale, format);
  const passed = Math.max(0, now.getTime() - at.getTime());
  const step = STEPS.find(([, length]) => passed >= length);
  // "This minute" is no adverb in every language: Greek and Polish cannot say "updated this minute" with it.
  return step ? format.format(-Math.floor(passed / step[1]), step[0]) : format.format(0, "second");
}
