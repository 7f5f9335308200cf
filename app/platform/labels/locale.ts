/** Formats kept of each kind: making one is slow. Emptied when full. */
const KEPT_FORMATS = 200;

/** Remembers what `make` made for a key; what it throws is not remembered. */
function kept<T>(make: (...key: string[]) => T): (...key: string[]) => T {
  const made = new Map<string, T>();
  return (...key) => {
    const name = key.join("\n");
    const known = made.get(name);
    if (known !== undefined) return known;
    const value = make(...key);
    if (made.size >= KEPT_FORMATS) made.clear();
    made.set(name, value);
    return value;
  };
}

const numbers = kept((locale = "en") => new Intl.NumberFormat(safeLocale(locale), { useGrouping: false }));
const dates = kept(
  (locale = "en", timeZone = "UTC") =>
    new Intl.DateTimeFormat(safeLocale(locale), { dateStyle: "medium", timeZone }),
);
const regions = kept(
  (locale = "en") => new Intl.DisplayNames([safeLocale(locale), "en"], { type: "region" }),
);

/** A locale Intl accepts: the one given, or English. */
export function safeLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? "en";
  } catch {
    return "en";
  }
}

/** A whole number in the digits of the locale, without grouping. */
export const printedNumber = (value: number, locale: string): string => numbers(locale).format(value);

/** The date as the reader writes it, e.g. '21 Nov 2026'; UTC when the zone is unknown, nothing when there is no date. */
export function printedDate(date: Date, locale: string, timeZone = "UTC"): string {
  if (Number.isNaN(date.getTime())) return "";
  try {
    return dates(locale, timeZone).format(date);
  } catch {
    return dates(locale, "UTC").format(date);
  }
}

/** A country's name in capitals in the language of the locale. `code`: two letters, ISO 3166-1. */
export function regionInCapitals(code: string, locale: string): string {
  return (regions(locale).of(code.toUpperCase()) ?? code).toLocaleUpperCase(safeLocale(locale));
}
