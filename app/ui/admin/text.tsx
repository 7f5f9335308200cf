import { formatMoney, type Money } from "~/values/money";
import { type Reader, useReader } from "./reader";

/** Browser and server may space an amount differently; the server's text is as good, so React keeps it. */

/** An amount as the reader writes it. */
export function MoneyText({ money, locale }: { money: Money; locale?: string }) {
  const reader = useReader();
  return <span suppressHydrationWarning>{formatMoney(money, locale ?? reader.locale)}</span>;
}

type Moment = { at: Date } & Partial<Reader>;

const write = (at: Date, { locale, timeZone }: Reader, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(at);

/** A day: "21 Nov 2026". */
export function DayText({ at, ...given }: Moment) {
  const reader = { ...useReader(), ...given };
  return (
    <time dateTime={at.toISOString()} suppressHydrationWarning>
      {write(at, reader, { dateStyle: "medium" })}
    </time>
  );
}

/** A day and time: "21 Nov 2026, 14:05". */
export function TimeText({ at, ...given }: Moment) {
  const reader = { ...useReader(), ...given };
  return (
    <time dateTime={at.toISOString()} suppressHydrationWarning>
      {write(at, reader, { dateStyle: "medium", timeStyle: "short" })}
    </time>
  );
}

/** From one day to another, or one day when they are the same: "12 – 15 Mar 2026". */
export function DaysText({ from, to, ...given }: { from: Date; to: Date } & Partial<Reader>) {
  const { locale, timeZone } = { ...useReader(), ...given };
  const text = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone }).formatRange(from, to);
  return <span suppressHydrationWarning>{text}</span>;
}
