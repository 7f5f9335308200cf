/** The languages we speak to shoppers. A feature's words must have every one of them, or the build fails. */
export const LOCALES = ["en", "de", "fr", "he", "ar", "ja"] as const;
export type Locale = (typeof LOCALES)[number];

/** The first of the wanted locales that we speak ("de-AT" → de; "iw" is Hebrew's old code), else English. */
export function pickLocale(...wanted: (string | null | undefined)[]): Locale {
  for (const want of wanted) {
    const language = want?.toLowerCase().split(/[-_]/)[0]?.replace(/^iw$/, "he");
    const spoken = LOCALES.find((locale) => locale === language);
    if (spoken) return spoken;
  }
  return "en";
}

/** Which way a locale is written. */
export const direction = (locale: Locale): "ltr" | "rtl" =>
  locale === "he" || locale === "ar" ? "rtl" : "ltr";

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than all its uses on a page, so each is made once. */
/**
 * English writes its days in two ways. Our words know one English only, so the zone decides: "November 5, 2026"
 * where the United States and Canada live (and the Philippines), "5 November 2026" everywhere else.
 */
export const withRegion = (locale: string, timeZone: string): string => {
  if (locale !== "en") return locale;
  return /^(America|US|Canada)\/|^(Pacific\/Honolulu|Asia\/Manila)$/.test(timeZone) ? "en-US" : "en-GB";
};

function formatOf(locale: string, timeZone: string, styles: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = [locale, timeZone, styles.dateStyle, styles.timeStyle].join(" ");
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(withRegion(locale, timeZone), { ...styles, timeZone });
  formats.set(key, format);
  return format;
}

/** A day as the reader writes it, in the given time zone. */
export const formatDay = (date: Date, locale: string, timeZone: string): string =>
  formatOf(locale, timeZone, { dateStyle: "long" }).format(date);

/** A day and time as the reader writes it, in the given time zone. */
export const formatTime = (date: Date, locale: string, timeZone: string): string =>
  formatOf(locale, timeZone, { dateStyle: "medium", timeStyle: "short" }).format(date);

/** A span of days ("12–15 March 2026"), in the given time zone. */
export const formatDays = (from: Date, to: Date, locale: string, timeZone: string): string =>
  formatOf(locale, timeZone, { dateStyle: "long" }).formatRange(from, to);
