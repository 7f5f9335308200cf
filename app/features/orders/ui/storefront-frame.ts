import type { ShopFace } from "~/features/settings/queries.server";
import { direction, formatDay, formatDays, formatTime, type Locale } from "~/platform/i18n/locales";
import { pageLocale } from "~/platform/i18n/shopper-locale";
import { formatMoney, type Money } from "~/values/money";

/** What every storefront page of ours is drawn with: where it is, in which language, zone and colour. */
export type Frame = {
  base: string;
  locale: Locale;
  dir: "ltr" | "rtl";
  timeZone: string;
  accent: string;
  stylesheetUrl: string;
  /** An address of ours on the storefront. Keeps the language that the page was asked for. */
  href(path: string, query?: Record<string, string | null>): string;
  day(date: Date): string;
  /** "12–15 March", or one day when there is but one */
  days(from: Date | null, to: Date | null): string | null;
  time(date: Date): string;
  money(amount: Money): string;
};

type Visit = { base: string; askedLocale: string | null; accepts: string[]; stylesheetUrl: string };

/**
 * The frame of a page: in the language it was asked for, else that of its order when there is one (pageLocale).
 * `timeZone`: where the reader lives, where that is known; else the shop's.
 */
export function storefrontFrame(
  visit: Visit,
  face: ShopFace,
  orderLocale?: Locale,
  timeZone: string = face.profile.timeZone,
): Frame {
  const locale = pageLocale(visit.askedLocale, orderLocale ?? null, visit.accepts, face.profile.locale);
  return {
    base: visit.base,
    locale,
    dir: direction(locale),
    timeZone,
    accent: face.settings.brand.colour,
    stylesheetUrl: visit.stylesheetUrl,
    href: (path, query = {}) => address(visit, path, query),
    day: (date) => formatDay(date, locale, timeZone),
    days: (from, to) => {
      const [first, last] = [from ?? to, to ?? from];
      return first && last ? formatDays(first, last, locale, timeZone) : null;
    },
    time: (date) => formatTime(date, locale, timeZone),
    money: (amount) => formatMoney(amount, locale),
  };
}

function address(visit: Visit, path: string, query: Record<string, string | null>): string {
  const [place = "", anchor] = path.split("#");
  const said = new URLSearchParams();
  if (visit.askedLocale) said.set("locale", visit.askedLocale);
  for (const [name, value] of Object.entries(query)) if (value !== null) said.set(name, value);
  return `${visit.base}${place}${said.size > 0 ? `?${said}` : ""}${anchor ? `#${anchor}` : ""}`;
}
