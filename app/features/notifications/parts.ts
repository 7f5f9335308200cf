import type { OrderDetail } from "~/features/orders/queries.server";
import { sumsOf } from "~/features/orders/rules";
import { formatDays } from "~/platform/i18n/locales";
import type { Block } from "~/ui/mail/render-letter";
import { addressLines } from "~/values/address";
import { formatMoney, type Money } from "~/values/money";
import { SCALES, scoresOf } from "~/values/survey";
import type { Occasion } from "./kind";

/** Parts that several kinds share. Each says nothing when there is nothing to say. */

export const greeting = ({ order, words }: Occasion): Block => ({
  kind: "paragraph",
  text: order.customerName ? words.hello(order.customerName) : words.helloNobody,
});

export const orderButton = ({ words, orderUrl }: Occasion, text = words.seeOrder): Block => ({
  kind: "button",
  text,
  href: orderUrl,
});

/** The scale of the question whether they would recommend the shop; its ends say what they mean. */
export function answersBlock({ words, locale, orderUrl, answerUrl }: Occasion): Block {
  const { low, high } = words.buyerAsked;
  const { least, most } = SCALES.nps;
  const number = new Intl.NumberFormat(locale);
  const choices = scoresOf("nps").map((score) => {
    const meaning = score === least ? ` · ${low}` : score === most ? ` · ${high}` : "";
    return { text: number.format(score) + meaning, href: answerUrl?.(score) ?? orderUrl };
  });
  return { kind: "choices", choices };
}

type Chosen = { orderLineId: string; quantity: number };

/** So many lines are listed: a mail of more than 102 kB is cut off by Gmail. */
const MOST_LISTED = 50;

/**
 * Lines of the order, or some of them in some quantity (then without amounts); of many the first, and how many
 * more the order's page shows.
 */
export function itemsBlock({ order, words, locale }: Occasion, chosen?: Chosen[]): Block {
  const rows = chosen
    ? chosen.flatMap(({ orderLineId, quantity }) => {
        const line = order.lines.find((one) => one.id === orderLineId);
        return line ? [{ line, quantity, amount: null }] : [];
      })
    : order.lines.map((line) => ({ line, quantity: line.quantity, amount: formatMoney(line.total, locale) }));
  const left = rows.length - MOST_LISTED;
  return {
    kind: "items",
    items: [
      ...rows.slice(0, MOST_LISTED).map(({ line, quantity, amount }) => ({
        title: line.title,
        detail: [line.variantTitle, words.quantity(quantity)].filter(Boolean).join(" · "),
        imageUrl: line.imageUrl,
        amount,
      })),
      ...(left > 0 ? [{ title: `+ ${left}`, detail: words.seeOrder, imageUrl: null, amount: null }] : []),
    ],
  };
}

/** The order's sums; rows of zero are left out, except the total. */
export function sumsBlock({ order, words, locale }: Occasion): Block {
  const sums = sumsOf(order);
  const row = (label: string, money: Money) =>
    money.amount === 0n ? [] : [{ label, amount: formatMoney(money, locale) }];
  return {
    kind: "sums",
    rows: [
      ...row(words.subtotal, sums.goods),
      ...row(words.discount, sums.discount),
      ...row(words.shipping, sums.shipping),
      ...row(sums.taxIncluded ? words.taxIncluded : words.tax, sums.tax),
      { label: words.total, amount: formatMoney(sums.total, locale) },
    ],
  };
}

/** Where it goes and when it is promised. */
export function deliveryBlocks({ order, words, locale, timeZone }: Occasion): Block[] {
  const lines = order.shippingAddress ? addressLines(order.shippingAddress, locale) : [];
  const promise = promised(order, locale, timeZone);
  const how = [order.shippingTitle, promise ? words.expected(promise) : null].filter(
    (part): part is string => part !== null,
  );
  return [
    ...(lines.length > 0
      ? ([
          { kind: "heading", text: words.shipsTo },
          { kind: "panel", lines },
        ] as Block[])
      : []),
    ...(how.length > 0
      ? ([
          { kind: "heading", text: words.shippingMethod },
          { kind: "paragraph", text: how.join(" · ") },
        ] as Block[])
      : []),
  ];
}

function promised(order: OrderDetail, locale: string, timeZone: string): string | null {
  const { promisedFrom, promisedTo } = order;
  if (!promisedTo) return null;
  return formatDays(promisedFrom ?? promisedTo, promisedTo, locale, timeZone);
}
