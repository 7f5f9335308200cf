import type { OrderDetail, ParcelView } from "~/features/orders/queries.server";
import type { ReturnSummary } from "~/features/returns/queries.server";
import { formatDay, formatDays, formatTime } from "~/platform/i18n/locales";
import { formatMoney } from "~/values/money";
import { ticketName } from "../threading";

/** What a macro may speak of, as it is known when it is written. */
export type MacroFacts = {
  locale: string;
  /** whose clocks days and times are by */
  timeZone: string;
  shop: { name: string; url: string };
  /** who inserts it; null: a rule does */
  staffName: string | null;
  conversation: { name: string | null; number: number | null; replyBy: Date | null };
  order: OrderDetail | null;
  /** does whoever wrote count as the order's person? Else it does not say what they are called */
  isTheirs: boolean;
  /** which of its parcels it is about; null: nobody said */
  parcelId: string | null;
  /** the return it is about, else the latest; null: there is none */
  return: ReturnSummary | null;
  /** where the order's page is, and where a return is asked for */
  links: { order: string | null; return: string | null };
};

/** A value as the reader writes it; null: there is none. */
export type MacroValues = { readonly [group: string]: { readonly [name: string]: string | null } };

/**
 * Everything a macro may name, by the names that mails' own words use too. Every name is always there; null where
 * nothing is known.
 */
export function macroValues(facts: MacroFacts): MacroValues {
  const { locale, timeZone, shop, staffName, conversation, order, links } = facts;
  const name = (facts.isTheirs ? order?.customerName : null) ?? conversation.name;
  const day = (at: Date | null | undefined) => (at ? formatDay(at, locale, timeZone) : null);
  const parcel = order ? spokenOf(order.parcels, facts.parcelId) : null;
  const { carrier = null, number = null, url = null } = parcel?.tracking[0] ?? {};
  return {
    customer: { first_name: firstOf(name), name },
    shop: { name: shop.name, url: shop.url },
    staff: { first_name: firstOf(staffName), name: staffName },
    conversation: {
      number: conversation.number === null ? null : ticketName(conversation.number),
      reply_by: conversation.replyBy && formatTime(conversation.replyBy, locale, timeZone),
    },
    order: {
      name: order?.name ?? null,
      url: order ? links.order : null,
      placed_on: day(order?.placedAt),
      expected: order?.promisedTo
        ? formatDays(order.promisedFrom ?? order.promisedTo, order.promisedTo, locale, timeZone)
        : null,
      total: order && formatMoney(order.total, locale),
      refunded: order && order.refunded.amount > 0n ? formatMoney(order.refunded, locale) : null,
      shipping_method: order?.shippingTitle ?? null,
    },
    parcel: {
      carrier,
      tracking_number: number,
      tracking_url: url?.startsWith("https://") ? url : null,
      shipped_on: day(parcel?.shippedAt),
      expected: day(parcel?.estimatedAt),
      delivered_on: day(parcel?.deliveredAt),
    },
    return: {
      number: facts.return?.rma ?? null,
      url: order ? links.return : null,
    },
  };
}

const firstOf = (name: string | null): string | null => name?.trim().split(/\s+/)[0] || null;

/** The parcel that people ask about: the one that was named, else the latest that has not arrived, else the latest. */
const spokenOf = (parcels: readonly ParcelView[], parcelId: string | null): ParcelView | null =>
  parcels.find(({ id }) => id === parcelId) ??
  parcels.findLast(({ deliveredAt }) => deliveredAt === null) ??
  parcels.at(-1) ??
  null;

/** What only the order's own shopper may be told. */
const OF_THE_ORDER: readonly string[] = ["order", "parcel", "return"];

/** Does a macro that asks for these groups of names speak of an order? */
export const speaksOfOrder = (groups: readonly string[]): boolean =>
  groups.some((one) => OF_THE_ORDER.includes(one));

/** Every name with nothing behind it: what a macro may ask for, before there is a conversation. */
export const NO_VALUES: MacroValues = macroValues({
  locale: "en",
  timeZone: "UTC",
  shop: { name: "", url: "" },
  staffName: null,
  conversation: { name: null, number: null, replyBy: null },
  order: null,
  isTheirs: false,
  parcelId: null,
  return: null,
  links: { order: null, return: null },
});

/** The names that can be typed, in the order in which they are shown. */
export const MACRO_NAMES: readonly string[] = Object.entries(NO_VALUES).flatMap(([group, names]) =>
  Object.keys(names).map((name) => `${group}.${name}`),
);
