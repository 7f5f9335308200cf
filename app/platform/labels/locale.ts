import { withRegion } from "~/platform/i18n/locales";
import { canDraw } from "./fonts";
import { Kept } from "./kept";

/** Remembers what `make` made for a key; what it throws is not remembered. Making a format is slow. */
function kept<T>(make: (...key: string[]) => T): (...key: string[]) => T {
  const made = new Kept<T & {}>(200);
  return (...key) => {
    const name = key.length === 1 ? (key[0] as string) : key.join("\n");
    const known = made.get(name);
    if (known !== undefined) return known;
    const value = make(...key);
    made.set(name, value as T & {});
    return value;
  };
}

const numbers = kept((locale = "en") => new Intl.NumberFormat(safeLocale(locale), { useGrouping: false }));
const dates = kept(
  (locale = "en", timeZone = "UTC") =>
    new Intl.DateTimeFormat(withRegion(safeLocale(locale), timeZone), { dateStyle: "medium", timeZone }),
);
const regions = kept(
  (locale = "en") => new Intl.DisplayNames([safeLocale(locale), "en"], { type: "region" }),
);

const canonical = kept((locale = "en") => {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? "en";
  } catch {
    return "en";
  }
});

/** A locale Intl accepts: the one given, or English. */
export const safeLocale = (locale: string): string => (locale.length > 100 ? "en" : canonical(locale));

/** A whole number in the digits of the locale, without grouping. */
export const printedNumber = (value: number, locale: string): string => numbers(locale).format(value);

/**
 * The date as the reader writes it, e.g. '21 Nov 2026'; UTC when the zone is unknown, nothing when there is no
 * date. In English when the fonts lack the locale's letters.
 */
export function printedDate(date: Date, locale: string, timeZone = "UTC"): string {
  if (Number.isNaN(date.getTime())) return "";
  const written = (language: string) => {
    try {
      return dates(language, timeZone).format(date);
    } catch {
      return dates(language, "UTC").format(date);
    }
  };
  const own = written(locale);
  return canDraw(own, 400, locale) ? own : written("en");
}

/** A country's name in capitals in the language of the locale. `code`: two letters, ISO 3166-1. */
export function regionInCapitals(code: string, locale: string): string {
  return (regions(locale).of(code.toUpperCase()) ?? code).toLocaleUpperCase(safeLocale(locale));
}
