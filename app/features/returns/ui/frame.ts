import { type Locale, withRegion } from "~/platform/i18n/locales";
import { formatCalendarDay } from "~/values/calendar";
import type { Money } from "~/values/money";

/** What the storefront's pages are drawn with; the route brings it. */
export type Frame = {
  base: string;
  locale: Locale;
  dir: "ltr" | "rtl";
  timeZone: string;
  accent: string;
  stylesheetUrl: string;
  href(path: string, query?: Record<string, string | null>): string;
  day(date: Date): string;
  money(amount: Money): string;
};

/** Which order the pages are about, the pass with which they were opened, and whether it was a gift to them. */
export type About = { orderId: string; orderName: string; token: string | null; gift: boolean };

/** A line of the order, as far as showing it needs. */
export type ChoosableLine = {
  id: string;
  title: string;
  variantTitle: string | null;
  imageUrl: string | null;
};

/** Until when something holds, a day of the shop's calendar, as its pages write days. */
export const calendarDay = (day: string, { locale, timeZone }: Pick<Frame, "locale" | "timeZone">): string =>
  formatCalendarDay(day, withRegion(locale, timeZone));

/** A name of an order inside a sentence: "#1001" keeps its order where the sentence runs from right to left. */
export const inSentence = (name: string, { dir }: Pick<Frame, "dir">): string =>
  dir === "rtl" ? `\u2066${name}\u2069` : name;
