/** The languages we speak to shoppers. A feature's words must have every one of them, or the build fails. */
export const LOCALES = [
  "en",
  "de",
  "fr",
  "he",
  "ar",
  "ja",
  "el",
  "sv",
  "pl",
  "es",
  "it",
  "pt-BR",
  "pt-PT",
  "nl",
  "da",
  "nb",
  "fi",
  "cs",
  "hu",
  "ro",
  "tr",
  "uk",
  "ko",
  "zh-Hans",
  "zh-Hant",
  "th",
  "vi",
  "id",
  "hi",
] as const;
export type Locale = (typeof LOCALES)[number];

/** The first of the wanted locales that we speak (by `languageOf`), else English. */
export function pickLocale(...wanted: (string | null | undefined)[]): Locale {
  for (const want of wanted) {
    const spoken = spokenAs(want) ?? spokenAs(want ? languageOf(want) : null);
    if (spoken) return spoken;
  }
  return "en";
}

const spokenAs = (name: string | null | undefined) => LOCALES.find((locale) => locale === name);

/** Where Portuguese is written as in Portugal (CLDR, parent locales); elsewhere as in Brazil. */
const LIKE_PORTUGAL = new Set("AO CH CV FR GQ GW LU MO MZ PT ST TL".split(" "));
const BOKMAL = new Set(["no", "nn", "nb"]);

/**
 * The language that a tag asks for, by the name we give it, whether we speak it or not: "de-AT" → "de", "iw" → "he",
 * "in" → "id", "nn" → "nb", "zh-HK" → "zh-Hant", "pt" → "pt-BR", "pt-AO" → "pt-PT". What follows a semicolon, as in
 * Accept-Language, does not count. Null for what is no tag of a language (RFC 5646; CLDR, likely subtags).
 */
export function languageOf(tag: string): string | null {
  const asked = readTag(tag);
  if (!asked) return null;
  const { language, region = "" } = asked;
  if (language === "zh") return `zh-${asked.maximize().script}`;
  if (language === "pt") return LIKE_PORTUGAL.has(region) ? "pt-PT" : "pt-BR";
  return BOKMAL.has(language) ? "nb" : language;
}

/** Of a tag that is broken further on, its language counts still. */
function readTag(tag: string): Intl.Locale | null {
  const whole = tag.slice(0, 100).split(";")[0]?.trim().replaceAll("_", "-") ?? "";
  for (const tried of [whole, whole.split("-")[0] ?? ""]) {
    try {
      return new Intl.Locale(tried);
    } catch {
      // no tag
    }
  }
  return null;
}

/** Which way a locale is written. */
export const direction = (locale: Locale): "ltr" | "rtl" =>
  locale === "he" || locale === "ar" ? "rtl" : "ltr";

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * English writes its days in two ways. Our words know one English only, so the zone decides: "November 5, 2026"
 * where the United States and Canada live (and the Philippines), "5 November 2026" everywhere else. Korean clocks
 * go to 24, since ICU has Latin "PM" for their halves of the day.
 */
export const withRegion = (locale: string, timeZone: string): string => {
  if (locale === "ko") return "ko-u-hc-h23";
  if (locale !== "en") return locale;
  return /^(America|US|Canada)\/|^(Pacific\/Honolulu|Asia\/Manila)$/.test(timeZone) ? "en-US" : "en-GB";
};

/** Making a format takes longer than all its uses on a page, so each is made once. */
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
