import { type DayNumber, dayNumberIn, dayOf, numberOfDay } from "~/values/calendar";
import { anyOf, isOf } from "./match";
import type { DecisionGrounds, Moment, PolicyOrderLine, ReturnableOrder, ReturnPolicy } from "./terms";

/** Until when something may come back. */
export type Window = {
  days: number;
  countedFrom: "delivery" | "shipping";
  lastDay: DayNumber;
  /** "window", "window.<id>" or "holiday.<id>" */
  rule: string;
  ruleName: string | undefined;
};

/** Milliseconds since 1970 of a moment, or null when it is absent or no moment. */
export function timeOf(moment: Moment | null | undefined): number | null {
  if (moment == null) return null;
  const ms = typeof moment === "string" ? Date.parse(moment) : moment.getTime();
  return Number.isNaN(ms) ? null : ms;
}

type Given = { days: number; rule: string; ruleName: string | undefined };

/** How many days a line has: by the first rule whose conditions all hold, else the policy's own. */
export function windowDaysFor(policy: ReturnPolicy, order: ReturnableOrder, line: PolicyOrderLine): Given {
  for (const rule of policy.windowRules ?? [])
    if (holdsFor(rule.when, order, line))
      return { days: rule.windowDays ?? policy.windowDays, rule: `window.${rule.id}`, ruleName: rule.name };
  return { days: policy.windowDays, rule: "window", ruleName: undefined };
}

type When = NonNullable<ReturnPolicy["windowRules"]>[number]["when"];

function holdsFor(when: When, order: ReturnableOrder, line: PolicyOrderLine): boolean {
  if (!when) return true;
  return (
    (!named(when.productTags) || anyOf(when.productTags, line.productTags)) &&
    (!named(when.collections) || anyOf(when.collections, line.collections)) &&
    (!named(when.countries) || isOf(when.countries, order.country)) &&
    (!named(when.customerTags) || anyOf(when.customerTags, order.customer?.tags)) &&
    (!named(when.orderTags) || anyOf(when.orderTags, order.tags)) &&
    (!named(when.channels) || isOf(when.channels, order.channel))
  );
}

const named = (list: readonly unknown[] | undefined) => list !== undefined && list.length > 0;

/**
 * Until when a parcel's part of a line may come back: so many days after the day of its delivery, or of its
 * shipping and the days of the journey; later when the order was placed in a holiday season. Null when nobody
 * knows of the parcel's journey at all.
 */
export function windowOf(
  policy: ReturnPolicy,
  order: ReturnableOrder,
  parcel: ReturnableOrder["parcels"][number],
  { days, rule, ruleName }: Given,
): Window | null {
  const delivered = timeOf(parcel.deliveredAt);
  const counted = delivered ?? timeOf(parcel.shippedAt);
  if (counted === null) return null;
  const buffer = delivered === null ? policy.bufferDays : 0;
  const window: Window = {
    days,
    countedFrom: delivered === null ? "shipping" : "delivery",
    lastDay: dayNumberIn(counted, policy.timeZone) + buffer + days,
    rule,
    ruleName,
  };
  return policy.holidays && days > 0 ? inSeason(policy, order, window) : window;
}

function inSeason(policy: ReturnPolicy, order: ReturnableOrder, window: Window): Window {
  const placed = timeOf(order.placedAt);
  if (placed === null) return window;
  const day = dayOf(dayNumberIn(placed, policy.timeZone));
  let best = window;
  for (const season of policy.holidays ?? []) {
    if (!season.from || !season.to || !season.until || day < season.from || day > season.to) continue;
    const until = numberOfDay(season.until);
    if (until > best.lastDay)
      best = { ...window, lastDay: until, rule: `holiday.${season.id}`, ruleName: season.name };
  }
  return best;
}

/** The same, as it is kept and said. */
export function groundsOf(policy: ReturnPolicy, window: Window): DecisionGrounds {
  const grounds: DecisionGrounds = {
    windowDays: window.days,
    bufferDays: policy.bufferDays,
    countedFrom: window.countedFrom,
    lastDay: dayOf(window.lastDay),
  };
  if (window.rule !== "window") grounds.rule = window.rule;
  if (window.ruleName) grounds.ruleName = window.ruleName;
  return grounds;
}
