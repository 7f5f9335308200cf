import type { Locale } from "~/platform/i18n/locales";
import { formatCalendarDay } from "~/values/calendar";
import type { LineBar, ReturnableLine } from "./rules";
import { words } from "./words";

/**
 * Kindly, why a line cannot come back. A window of no days is a shop that takes nothing back. `region` says how days
 * are written, where the language alone does not.
 */
export function barText(
  line: ReturnableLine,
  bar: LineBar,
  windowDays: number,
  locale: Locale,
  region: string = locale,
): string {
  const says = words(locale).form.bars;
  switch (bar) {
    case "returns.giftCard":
      return says.giftCard;
    case "returns.finalSale":
      return says.finalSale;
    case "returns.notDelivered":
      return says.notDelivered;
    case "returns.alreadyReturned":
      return says.alreadyReturned;
    case "returns.excluded":
      return says.excluded;
    case "returns.shopifyBars":
      return says.shopifyBars;
    case "returns.windowClosed":
      return windowDays > 0 && line.grounds
        ? says.windowClosed(formatCalendarDay(line.grounds.lastDay, region))
        : says.noReturns;
  }
}
