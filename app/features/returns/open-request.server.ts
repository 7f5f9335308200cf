import type { OrderDetail } from "~/features/orders/queries.server";
import { shopFace } from "~/features/settings/queries.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { fileToken } from "~/platform/files/links.server";
import type { Result } from "~/values/result";
import { askedFor, offeredReasons, shownOutcomes } from "./choices";
import { customerHistory } from "./customer-history-queries.server";
import { type ExchangeChoices, variantOf } from "./exchange-choices";
import { exchangeChoices } from "./exchange-choices.server";
import { feesOf, type OwnRate, valueOfPieces } from "./fees";
import { offeredMethods, offeredOutcomes } from "./offers";
import { soon } from "./patience";
import { waitingPhotoFiles } from "./photo-store.server";
import { readPhotoToken } from "./photos.server";
import { currentPolicy, returnable, type ShopPolicy } from "./policy";
import type { Outcome } from "./policy-schema";
import type { Quote } from "./quote";
import { quoteReturn } from "./quote-return.server";
import { type Draft, type DraftLine, requestOf } from "./request-form";
import {
  type Asks,
  type LineAsks,
  needsVariant,
  type Problem,
  problemsOf,
  STEPS,
  type Step,
  stepOfRefusal,
  stepsOf,
  withOnlyChoices,
} from "./request-steps";
import type { OutcomeTerms, RequestLine, RequestOrder, RequestView } from "./request-view";
import { type Allowed, decideReturn, type ReturnableOrder, returnableLines } from "./rules";
import { takenLines } from "./store.server";

/** Of which orders things may be asked for, by whom. */
export type Scope = { orders: OrderDetail[]; moreOrders: boolean; gift: boolean };

/** How long a link to a photo works. */
const DAY_MS = 86_400_000;

type Known = {
  policy: ShopPolicy;
  shopCurrency: string;
  orders: RequestOrder[];
  /** as the rules read them, by their ids */
  rules: Map<string, ReturnableOrder>;
  now: Date;
};

/** What a page needs: up to which page everything is checked (null: nothing yet), and which page is shown. */
export type Look = { checkTo: Step | null; show: Step };

/**
 * Everything a page of a request shows: what may be chosen, what was, and what of it must be mended. On the
 * last page also what comes back. Says nothing of orders outside the scope, and promises nothing: the request
 * is decided when it is sent.
 */
export async function openRequest(
  shop: Shop,
  scope: Scope,
  typed: Draft,
  { checkTo, show }: Look,
): Promise<RequestView> {
  const { known, photoFiles } = await shop.transact(async (tx) => ({
    known: await loadScope(tx, scope, typed.instead),
    photoFiles: await photosOf(tx, shop, scope, typed),
  }));
  const lines = new Map(known.orders.flatMap((order) => order.lines).map((line) => [line.orderLineId, line]));
  const withPhotos = withKnownPhotos(typed, photoFiles);
  const exchange =
    needsStock(checkTo) || needsStock(show)
      ? await exchangeFor(shop, known, withPhotos, lines, scope.gift)
      : NOTHING_INSTEAD;
  const asks = asksOf(known, withPhotos, lines, exchange, scope.gift);
  const draft = withOnlyChoices(withPhotos, asks);
  const problems = checkTo ? problemsOf(draft, asks, checkTo) : [];
  const decided =
    checkTo === "check" && problems.length === 0 ? decideAll(known, draft, lines, scope.gift) : null;
  const isFine = decided?.every((one) => one.result.ok);
  return {
    orders: known.orders,
    moreOrders: scope.moreOrders,
    reasons: offeredReasons(known.policy),
    auto: decided
      ? decided.every(({ result }) => result.ok && result.value.next === "approve")
      : known.policy.autoApprove,
    windowDays: known.policy.windowDays,
    gift: scope.gift,
    draft,
    steps: stepsOf(draft, asks),
    asks,
    terms: termsOf(known, draft, lines, asks),
    exchange,
    photoFiles,
    problems: decided && !isFine ? decided.flatMap(({ result }) => refused(result)) : problems,
    quotes:
      isFine && show === "check"
        ? await quotesOf(shop, known, draft, lines, exchange, scope.gift)
        : new Map(),
  };
}

const refused = (result: Result<Allowed>): Problem[] =>
  result.ok
    ? []
    : [
        {
          step: stepOfRefusal(result.refusal),
          refusal: result.refusal,
          orderLineId: String(result.refusal.detail?.orderLineId ?? "") || null,
        },
      ];

async function loadScope(tx: ShopTx, { orders }: Scope, instead: string | null): Promise<Known> {
  const policy = await currentPolicy(tx);
  const { profile } = await shopFace(tx);
  const rules = new Map<string, ReturnableOrder>();
  const shown: RequestOrder[] = [];
  for (const order of orders) {
    const customer = await customerHistory(tx, order, policy.review.days);
    const asRules = returnable(order, await takenLines(tx, order.id, instead), { customer });
    rules.set(order.id, asRules);
    const open = new Map(returnableLines(policy, asRules, tx.now).map((line) => [line.orderLineId, line]));
    const rate: OwnRate = { total: order.total.amount, totalShop: order.totalShop.amount };
    shown.push({
      id: order.id,
      name: order.name,
      lines: order.lines.flatMap(
        ({ id, title, variantTitle, imageUrl, productId, variantId, quantity, total }) => {
          const line = open.get(id);
          const shownOf = { title, variantTitle, imageUrl, productId, variantId, quantity, total, rate };
          return line ? [{ ...line, ...shownOf, orderId: order.id }] : [];
        },
      ),
    });
  }
  return { policy, shopCurrency: profile.currency, orders: shown, rules, now: tx.now };
}

type Lines = ReadonlyMap<string, RequestLine>;

/** The files of the photos that were handed over under this order and are still there, by their tokens. */
async function photosOf(
  tx: ShopTx,
  shop: Shop,
  { orders }: Scope,
  draft: Draft,
): Promise<ReadonlyMap<string, string>> {
  const tokens = draft.lines.flatMap((line) => line.photos);
  const ids = tokens.map((token) => readPhotoToken(shop, orders[0]?.id ?? "", token) ?? "");
  const files = await waitingPhotoFiles(tx, ids.filter(Boolean), draft.instead);
  const tomorrow = new Date(tx.now.getTime() + DAY_MS);
  return new Map(
    tokens.flatMap((token, at) => {
      const file = files.get(ids[at] ?? "");
      return file ? [[token, fileToken(shop.id, file, tomorrow)] as const] : [];
    }),
  );
}

/** Without photos that are forged, another order's, or forgotten since. */
const withKnownPhotos = (draft: Draft, known: ReadonlyMap<string, string>): Draft => ({
  ...draft,
  lines: draft.lines.map((line) => ({ ...line, photos: line.photos.filter((token) => known.has(token)) })),
});

const outcomesOf = (policy: ShopPolicy, line: RequestLine, draft: DraftLine, gift: boolean): Outcome[] => {
  const pieces = Math.min(Math.max(1, draft.quantity || 1), line.quantity);
  const value = valueOfPieces(line.total.amount, pieces, line.quantity);
  const offered = offeredOutcomes(policy, {
    reason: draft.reason ?? undefined,
    value,
    rate: line.rate,
    gift,
  });
  // What is sent instead goes to the order's address, which is the giver's to say: a gift is credited.
  const forThem = gift ? offered.filter((outcome) => outcome === "credit") : offered;
  return shownOutcomes(forThem, line.productId !== null && line.variantId !== null);
};

/** Shopify is asked what is in stock only where that is shown or was chosen. */
const needsStock = (step: Step | null) => step === "how" || step === "check";
const NOTHING_INSTEAD: ExchangeChoices = { versions: new Map(), anything: new Map() };

async function exchangeFor(
  shop: Shop,
  known: Known,
  draft: Draft,
  lines: Lines,
  gift: boolean,
): Promise<ExchangeChoices | null> {
  return exchangeChoices(
    shop,
    known.shopCurrency,
    draft.lines.flatMap((one) => {
      const line = lines.get(one.orderLineId);
      if (!line) return [];
      const outcomes = outcomesOf(known.policy, line, one, gift);
      const { orderLineId, variantId, search } = one;
      const wants = { versions: outcomes.includes("exchange"), anything: outcomes.includes("exchangeAny") };
      const { productId, total, rate } = line;
      return [{ orderLineId, productId, variantId, search, currency: total.currency, rate, wants }];
    }),
  );
}

function asksOf(
  known: Known,
  draft: Draft,
  lines: Lines,
  exchange: ExchangeChoices | null,
  gift: boolean,
): Asks {
  const asks = new Map<string, LineAsks>();
  for (const one of draft.lines) {
    const line = lines.get(one.orderLineId);
    if (!line) continue;
    const chosen = exchange && variantOf(exchange, one);
    asks.set(one.orderLineId, {
      ...askedFor(known.policy, one.reason),
      most: line.most,
      outcomes: outcomesOf(known.policy, line, one, gift),
      chosenAvailable: chosen ? chosen.variant.available : undefined,
    });
  }
  return { lines: asks, methods: [...offeredMethods(known.policy)] };
}

function termsOf(known: Known, draft: Draft, lines: Lines, asks: Asks): RequestView["terms"] {
  const terms = new Map<string, Partial<Record<Outcome, OutcomeTerms>>>();
  for (const one of draft.lines) {
    const line = lines.get(one.orderLineId);
    if (!line) continue;
    const { currency } = line.total;
    const pieces = Math.min(Math.max(1, one.quantity || 1), line.quantity);
    const value = { amount: valueOfPieces(line.total.amount, pieces, line.quantity), currency };
    const of = (outcome: Outcome) =>
      feesOf(known.policy, { reason: one.reason, outcome, value, quantity: pieces }, line.rate);
    const outcomes = asks.lines.get(one.orderLineId)?.outcomes ?? [];
    terms.set(one.orderLineId, Object.fromEntries(outcomes.map((outcome) => [outcome, of(outcome)])));
  }
  return terms;
}

/** The orders of which something was chosen, each with its lines. */
const perOrder = (draft: Draft, lines: Lines): [string, DraftLine[]][] => [
  ...Map.groupBy(draft.lines, (line) => lines.get(line.orderLineId)?.orderId ?? "").entries(),
];

const decideAll = (known: Known, draft: Draft, lines: Lines, gift: boolean) =>
  perOrder(draft, lines).flatMap(([orderId, some]) => {
    const order = known.rules.get(orderId);
    const request = { ...requestOf(some, draft.method), gift };
    return order ? [{ orderId, result: decideReturn(known.policy, order, request, known.now) }] : [];
  });

async function quotesOf(
  shop: Shop,
  known: Known,
  draft: Draft,
  lines: Lines,
  exchange: ExchangeChoices | null,
  gift: boolean,
): Promise<Map<string, Quote>> {
  const method = draft.method ?? known.policy.methods[0] ?? "label";
  const quotes = await Promise.all(
    perOrder(draft, lines).map(async ([orderId, some]) => {
      const asked = some.map((line) => ({
        orderLineId: line.orderLineId,
        quantity: line.quantity,
        reason: line.reason ?? "other-reason",
        outcome: line.outcome ?? ("refund" as const),
        exchange: needsVariant(line.outcome) && line.variantId ? exchangeOf(exchange, line) : null,
      }));
      const quote = await soon(quoteReturn(shop, known.policy, orderId, { method, gift, lines: asked }));
      return quote?.ok ? [[orderId, quote.value] as const] : [];
    }),
  );
  return new Map(quotes.flat());
}

const exchangeOf = (exchange: ExchangeChoices | null, line: DraftLine) => {
  const chosen = exchange && variantOf(exchange, line);
  return chosen ? { variantId: chosen.variant.id, unitPrice: chosen.variant.price.amount } : null;
};

/** What a button of the form asks for. */
export type Turn = { from: Step; to: Step | "next" };

/**
 * Turns to another page. Onwards only when what was asked so far is right; otherwise the first page on which
 * something is to be mended is shown, with what.
 */
export async function turnPage(
  shop: Shop,
  scope: Scope,
  draft: Draft,
  { from, to }: Turn,
): Promise<{ step: Step; view: RequestView }> {
  if (to !== "next")
    return { step: to, view: await openRequest(shop, scope, draft, { checkTo: null, show: to }) };
  const view = await openRequest(shop, scope, draft, { checkTo: from, show: from });
  const [first] = view.problems;
  if (first) return toMend(shop, scope, draft, view);
  const step = view.steps.find((one) => STEPS.indexOf(one) > STEPS.indexOf(from)) ?? "check";
  const next = await openRequest(shop, scope, draft, {
    checkTo: step === "check" ? "check" : null,
    show: step,
  });
  return next.problems.length > 0 ? toMend(shop, scope, draft, next) : { step, view: next };
}

/** The first page with a problem, with its problems alone. */
async function toMend(
  shop: Shop,
  scope: Scope,
  draft: Draft,
  { problems }: RequestView,
): Promise<{ step: Step; view: RequestView }> {
  const step = problems[0]?.step ?? "items";
  const view = await openRequest(shop, scope, draft, { checkTo: null, show: step });
  return { step, view: { ...view, problems: problems.filter((one) => one.step === step) } };
}
