import { formatDay, formatDays, formatTime } from "~/platform/i18n/locales";
import { addressLines } from "~/values/address";
import { formatCalendarDay } from "~/values/calendar";
import { formatMoney, type Money } from "~/values/money";
import type { Kind, Occasion, Said } from "../kind";
import { parcelsOf } from "../parcel-parts";
import { greeting } from "../parts";
import { type Makers, onDemand } from "./on-demand";

/** A value of a template: a text, a number, yes or no, a list of groups, a group. Null: there is none. */
export type Value = string | number | boolean | null | readonly Values[] | Values;
export type Values = { readonly [name: string]: Value };

/**
 * Everything a template of a kind may speak of, ready to be read: amounts and days are as the reader writes them.
 * Every name is always there, null when the order has nothing of the sort. `standard` is what the kind says itself.
 */
export function variablesOf(kind: Kind, occasion: Occasion, standard: () => Said): Makers<Value> {
  const { order, words, locale, shopName, orderUrl, settings } = occasion;
  const first = order.customerName?.trim().split(/\s+/)[0];
  return {
    // First, since what came with the news is what its sentences speak of.
    ...factValues(kind, occasion),
    greeting: () => greetingText(occasion),
    customer: () => ({ name: order.customerName, first_name: first || null }),
    shop: () => ({ name: shopName, url: orderUrl.split("/apps/")[0] ?? orderUrl }),
    order: () => onDemand(orderValues(occasion)),
    items: () =>
      order.lines.map((line) => ({
        title: line.title,
        variant: line.variantTitle,
        sku: line.sku,
        quantity: line.quantity,
        amount: formatMoney(line.total, locale),
      })),
    return_policy: () => words.returnPolicy(settings.returns.windowDays),
    standard: () => {
      const { subject, preview, title } = standard();
      return { subject, preview, title };
    },
    ...(kind.group === "shipping" ? { parcels: () => parcelValues(occasion) } : {}),
    ...(kind.group === "returns" ? { return: () => returnValues(occasion) } : {}),
  };
}

function orderValues(occasion: Occasion): Makers<Value> {
  const { order, orderUrl, locale, timeZone } = occasion;
  const money = (amount: Money) => () => formatMoney(amount, locale);
  const { shippingAddress: to } = order;
  return {
    name: () => order.name,
    url: () => orderUrl,
    total: money(order.total),
    subtotal: money(order.subtotal),
    shipping: money(order.shipping),
    discount: money(order.discount),
    tax: money(order.tax),
    refunded: money(order.refunded),
    placed_on: () => formatDay(order.placedAt, locale, timeZone),
    expected: () => expectedOf(occasion),
    shipping_method: () => order.shippingTitle,
    address: () => (to ? addressLines(to, locale).join(", ") : null),
    item_count: () => order.lines.reduce((count, line) => count + line.quantity, 0),
    ships: () => order.lines.length === 0 || order.lines.some((line) => line.needsShipping),
    cancelled: () => order.cancelledAt !== null,
  };
}

/** How the shopper is greeted, as a sentence. */
export const greetingText = (occasion: Occasion): string => textOf(greeting(occasion));

const textOf = (block: ReturnType<typeof greeting>): string => ("text" in block ? block.text : "");

function expectedOf({ order: { promisedFrom, promisedTo }, locale, timeZone }: Occasion): string | null {
  return promisedTo ? formatDays(promisedFrom ?? promisedTo, promisedTo, locale, timeZone) : null;
}

const parcelValues = (occasion: Occasion): Values[] =>
  parcelsOf(occasion).map((parcel) => {
    const { carrier, number, url } = parcel.tracking[0] ?? {};
    return {
      carrier: carrier ?? null,
      tracking_number: number ?? null,
      tracking_url: url?.startsWith("https://") ? url : null,
      expected: parcel.estimatedAt ? formatDay(parcel.estimatedAt, occasion.locale, occasion.timeZone) : null,
      item_count: parcel.lines.reduce((count, line) => count + line.quantity, 0),
    };
  });

function returnValues({ return: about, locale }: Occasion): Values {
  const amount = (money: Money | null | undefined) =>
    money && money.amount > 0n ? formatMoney(money, locale) : null;
  return {
    number: about?.rma ?? null,
    refund: amount(about?.paid?.refund ?? about?.refund),
    credit: amount(about?.paid?.credit),
    gift_card: amount(about?.paid?.giftCard),
    gift_card_code: about?.paid?.giftCardCode ?? null,
    note: about?.declineNote ?? null,
    item_count: (about?.lines ?? []).reduce((count, line) => count + line.quantity, 0),
  };
}

/** What came with the fact, where a kind's sample says that something does. */
function factValues({ sample = {} }: Kind, occasion: Occasion): Makers<Value> {
  const names = { amount: "amount", day: "day", by: "reply_by" } as const;
  const given = Object.entries(names).filter(([part]) => part in sample);
  return Object.fromEntries(given.map(([part, name]) => [name, () => factValue(part, occasion)]));
}

function factValue(part: string, { order, data, locale, timeZone }: Occasion): string | null {
  const value = String(data[part] ?? "");
  if (part === "amount") {
    const amount = /^\d{1,15}$/.test(value) ? BigInt(value) : order.refunded.amount;
    return formatMoney({ ...order.refunded, amount }, locale);
  }
  if (part === "day") return DAY.test(value) ? formatCalendarDay(value, locale) : null;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? null : formatTime(at, locale, timeZone);
}

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
