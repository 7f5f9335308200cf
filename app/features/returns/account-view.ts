import { formatDay, type Locale, withRegion } from "~/platform/i18n/locales";
import type { ExchangeProduct } from "~/platform/shopify/exchange-variants.server";
import { formatCalendarDay } from "~/values/calendar";
import { formatMoney, type Money } from "~/values/money";
import { accountWords } from "./account-words";
import { barText } from "./bar-text";
import { titleOf, variantOfRow } from "./exchange-choices";
import { problemText } from "./problem-text";
import type { ReturnSummary } from "./queries.server";
import { questionText } from "./question-texts";
import type { Quote } from "./quote";
import { quoteRows } from "./quote-rows";
import { type DraftLine, MOST_PARTS, rowOf } from "./request-form";
import type { LineAsks, Step } from "./request-steps";
import type { RequestLine, RequestView } from "./request-view";
import { words } from "./words";

export type AccountPage = ReturnType<typeof accountPage>;
export type AccountQuote = ReturnType<typeof accountQuotes>[number];

/** What is shown beside the request: in which zone days are, what a link to a photo is, the order's returns. */
type Around = { timeZone: string; photoHref(token: string): string; returns: ReturnSummary[] };

/**
 * A page of a request as the customer account's extension draws it: every word and amount ready to be shown in
 * the page's language, everything else by its id.
 */
export function accountPage(view: RequestView, step: Step, locale: Locale, around: Around) {
  const says = words(locale);
  return {
    says: accountWords(view, step, locale),
    step,
    steps: view.steps,
    draft: view.draft,
    moreOrders: view.moreOrders,
    reasons: view.reasons.map((id) => ({ id, label: says.reasons[id] })),
    methods: view.asks.methods.map((id) => ({ id, ...says.request.methods[id] })),
    orders: view.orders.map((order) => ({
      id: order.id,
      title: view.orders.length > 1 ? says.request.ofOrder(order.name) : says.form.which,
      lines: order.lines.map((line) => ({
        id: line.orderLineId,
        title: line.title,
        variant: line.variantTitle,
        imageUrl: line.imageUrl,
        most: line.most,
        note: noteOf(line, view.windowDays, locale, around.timeZone),
      })),
    })),
    asks: Object.fromEntries(
      view.draft.lines.flatMap((line) => {
        const asks = view.asks.lines.get(rowOf(line));
        return asks ? [[rowOf(line), asksOf(view, line, asks, locale)] as const] : [];
      }),
    ),
    photos: Object.fromEntries([...view.photoFiles].map(([token, file]) => [token, around.photoHref(file)])),
    checked: view.draft.lines.map((line) => ({
      id: line.orderLineId,
      row: rowOf(line),
      details: checkedOf(view, line, locale),
    })),
    problems: view.problems.map((problem) => problemText(problem, view, locale)),
    quotes: accountQuotes(view, locale, around.timeZone),
    mostParts: MOST_PARTS,
    returns: around.returns.map((one) => ({
      id: one.id,
      rma: one.rma,
      state: says.status.badges[one.state],
      text: says.status.lead(
        one.lines.reduce((sum, line) => sum + line.quantity, 0),
        formatDay(one.requestedAt, locale, around.timeZone),
      ),
    })),
  };
}

/** Until when a line can come back, or why it cannot. */
function noteOf(line: RequestLine, windowDays: number, locale: Locale, timeZone: string): string | null {
  const region = withRegion(locale, timeZone);
  if (line.bar) return barText(line, line.bar, windowDays, locale, region);
  return line.grounds ? words(locale).form.until(formatCalendarDay(line.grounds.lastDay, region)) : null;
}

/** What was chosen for a line, once more: how many, why, and what they would like. */
function checkedOf(view: RequestView, line: DraftLine, locale: Locale): string[] {
  const { reasons, request, status } = words(locale);
  const outcome = line.outcome && request.outcomes[line.outcome].title;
  const chosen = view.exchange && variantOfRow(view.exchange, line);
  return [
    status.quantity(line.quantity),
    ...(line.reason ? [reasons[line.reason]] : []),
    ...(outcome ? [chosen ? request.outcomeWith(outcome, titleOf(chosen)) : outcome] : []),
  ];
}

/** What would come back, an order each. */
export function accountQuotes(view: RequestView, locale: Locale, timeZone: string) {
  const says = words(locale).request;
  return [...view.quotes].map(([orderId, quote]) => {
    const order = view.orders.find((one) => one.id === orderId);
    const title = view.quotes.size > 1 && order ? says.quoteOf(order.name) : says.quote;
    return { title, ...accountQuote(quote, locale, timeZone) };
  });
}

/** A quote in the order's currency, ready to be read. */
export function accountQuote(quote: Quote, locale: Locale, timeZone: string) {
  const says = words(locale).request.amounts;
  const { currency } = quote;
  return {
    ...quoteRows(quote, says, (amount) => formatMoney({ amount, currency }, locale)),
    refundBy:
      quote.refundBy && quote.total > 0n
        ? says.refundBy(formatDay(new Date(quote.refundBy), locale, timeZone))
        : null,
    nothing: says.nothing,
  };
}

function asksOf(view: RequestView, line: DraftLine, asks: LineAsks, locale: Locale) {
  const says = words(locale).request;
  const versions = view.exchange?.versions.get(rowOf(line));
  const own = view.orders
    .flatMap((order) => order.lines)
    .find((one) => one.orderLineId === line.orderLineId)?.variantId;
  return {
    photos: asks.photos,
    photosLabel: says.photos.label(asks.photos),
    questions: asks.questions.map((question) => ({
      id: question.id,
      text: questionText(question, locale),
      answers:
        question.kind === "yesNo"
          ? (["yes", "no"] as const).map((id) => ({ id, text: says.answers[id] }))
          : question.choices.map((choice) => ({ id: choice.id, text: questionText(choice, locale) })),
    })),
    outcomes: asks.outcomes.map((id) => ({
      id,
      title: says.outcomes[id].title,
      text: [says.outcomes[id].text, ...termsOf(view, line, id, locale)].join(" "),
    })),
    stockKnown: view.exchange !== null,
    versions: variantsOf(versions ? [versions] : [], own, line.quantity, locale),
    found: variantsOf(view.exchange?.anything.get(rowOf(line)) ?? [], null, line.quantity, locale),
  };
}

/** What an outcome costs and gives, in words. */
function termsOf(view: RequestView, line: DraftLine, outcome: LineAsks["outcomes"][number], locale: Locale) {
  const says = words(locale).request;
  const terms = view.terms.get(rowOf(line))?.[outcome];
  const show = (amount: Money | undefined, text: (amount: string) => string) =>
    amount && amount.amount > 0n ? [text(formatMoney(amount, locale))] : [];
  return [...show(terms?.bonus, says.bonus), ...show(terms?.restockingFee, says.fee)];
}

/** What can be sent instead. `own` is what comes back, and not offered. */
function variantsOf(
  products: ExchangeProduct[],
  own: string | null | undefined,
  quantity: number,
  locale: Locale,
) {
  const says = words(locale).request;
  return products.flatMap((product) =>
    product.variants
      .filter((variant) => variant.id !== own)
      .map((variant) => {
        const there = variant.available === null || variant.available >= quantity;
        const many = products.length > 1 || !variant.title;
        const title = [many ? product.title : null, variant.title].filter(Boolean).join(" · ");
        return {
          id: variant.id,
          soldOut: !there,
          title: there ? says.variantPrice(title, formatMoney(variant.price, locale)) : says.soldOut(title),
        };
      }),
  );
}
