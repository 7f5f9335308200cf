import type { Locale } from "~/platform/i18n/locales";
import { formatDay } from "~/platform/i18n/locales";
import type { ExchangeProduct } from "~/platform/shopify/exchange-variants.server";
import { formatCalendarDay } from "~/values/calendar";
import { formatMoney, type Money } from "~/values/money";
import { questionText } from "./choices";
import { problemText } from "./problem-text";
import { quoteRows } from "./quote-rows";
import type { DraftLine } from "./request-form";
import type { LineAsks, Step } from "./request-steps";
import type { RequestView } from "./request-view";
import { words } from "./words";

export type AccountPage = ReturnType<typeof accountPage>;

/** What a link to a photo is, for this page. */
type Links = { timeZone: string; photoHref(token: string): string };

/**
 * A page of a request as the customer account's extension draws it: every word and amount ready to be shown in
 * the page's language, everything else by its id.
 */
export function accountPage(view: RequestView, step: Step, locale: Locale, links: Links) {
  const says = words(locale);
  const money = (amount: Money) => formatMoney(amount, locale);
  return {
    step,
    steps: view.steps,
    auto: view.auto,
    draft: view.draft,
    moreOrders: view.moreOrders,
    reasons: view.reasons.map((id) => ({ id, label: says.reasons[id] })),
    methods: view.asks.methods.map((id) => ({ id, ...says.request.methods[id] })),
    orders: view.orders.map((order) => ({
      id: order.id,
      name: order.name,
      lines: order.lines.map((line) => ({
        id: line.orderLineId,
        title: line.title,
        variant: line.variantTitle,
        imageUrl: line.imageUrl,
        most: line.most,
        until: line.bar === null && line.grounds ? formatCalendarDay(line.grounds.lastDay, locale) : null,
      })),
    })),
    asks: Object.fromEntries(
      view.draft.lines.flatMap((line) => {
        const asks = view.asks.lines.get(line.orderLineId);
        return asks ? [[line.orderLineId, asksOf(view, line, asks, locale)] as const] : [];
      }),
    ),
    photos: Object.fromEntries([...view.photoFiles].map(([token, file]) => [token, links.photoHref(file)])),
    problems: view.problems.map((problem) => problemText(problem, view, locale)),
    quotes: [...view.quotes].map(([orderId, quote]) => ({
      order: view.orders.find((order) => order.id === orderId)?.name ?? "",
      ...quoteRows(quote, says.request.amounts, (amount) => money({ amount, currency: quote.currency })),
      refundBy:
        quote.refundBy && quote.total > 0n
          ? says.request.amounts.refundBy(formatDay(new Date(quote.refundBy), locale, links.timeZone))
          : null,
      nothing: says.request.amounts.nothing,
    })),
  };
}

function asksOf(view: RequestView, line: DraftLine, asks: LineAsks, locale: Locale) {
  const says = words(locale).request;
  const versions = view.exchange?.versions.get(line.orderLineId);
  const own = view.orders
    .flatMap((order) => order.lines)
    .find((one) => one.orderLineId === line.orderLineId)?.variantId;
  const choices = (products: ExchangeProduct[], without: string | null | undefined) =>
    products.flatMap((product) =>
      product.variants
        .filter((variant) => variant.id !== without)
        .map((variant) => {
          const there = variant.available === null || variant.available >= line.quantity;
          const many = products.length > 1 || !variant.title;
          const title = [many ? product.title : null, variant.title].filter(Boolean).join(" · ");
          return {
            id: variant.id,
            soldOut: !there,
            title: there ? says.variantPrice(title, formatMoney(variant.price, locale)) : says.soldOut(title),
          };
        }),
    );
  return {
    photos: asks.photos,
    questions: asks.questions.map((question) => ({
      id: question.id,
      text: questionText(question, locale),
      answers:
        question.kind === "yesNo"
          ? (["yes", "no"] as const).map((id) => ({ id, text: says.answers[id] }))
          : question.choices.map((choice) => ({ id: choice.id, text: questionText(choice, locale) })),
    })),
    outcomes: asks.outcomes.map((id) => ({ id, ...says.outcomes[id] })),
    stockKnown: view.exchange !== null,
    versions: choices(versions ? [versions] : [], own),
    found: choices(view.exchange?.anything.get(line.orderLineId) ?? [], null),
  };
}
