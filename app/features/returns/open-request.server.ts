import type { Shop } from "~/platform/database/shop.server";
import type { ExchangeChoices } from "./exchange-choices";
import { exchangeChoices } from "./exchange-choices.server";
import { offeredReasons } from "./offers";
import { perOrder, quoteRequest } from "./quote-request.server";
import { asksOf, type Lines, outcomesOf, termsOf } from "./request-asks";
import { type Draft, requestOf, rowOf } from "./request-form";
import { type Known, loadScope, photosOf, type Scope, withKnownPhotos } from "./request-scope.server";
import {
  type Problem,
  problemsOf,
  STEPS,
  type Step,
  stepOfRefusal,
  stepsOf,
  withOnlyChoices,
} from "./request-steps";
import type { RequestView } from "./request-view";
import { type Allowed, decideReturn, lineRefusals } from "./rules";

/**
 * What a page needs: up to which page everything is checked (null: nothing yet), which page is shown, and whether
 * it says what comes back of what was chosen so far.
 */
export type Look = { checkTo: Step | null; show: Step; live?: boolean };

/**
 * Everything a page of a request shows: what may be chosen, what was, and what of it must be mended. On the
 * last page also what comes back. Says nothing of orders outside the scope, and promises nothing: the request
 * is decided when it is sent.
 */
export async function openRequest(
  shop: Shop,
  scope: Scope,
  typed: Draft,
  { checkTo, show, live = false }: Look,
): Promise<RequestView> {
  const { known, photoFiles } = await shop.transact(async (tx) => ({
    known: await loadScope(tx, scope, typed.instead),
    photoFiles: await photosOf(tx, shop, scope, typed),
  }));
  const lines = new Map(known.orders.flatMap((order) => order.lines).map((line) => [line.orderLineId, line]));
  const withPhotos = withKnownPhotos(typed, photoFiles);
  const { policy } = known;
  const { gift } = scope;
  const exchange =
    needsStock(checkTo) || needsStock(show) || (live && withPhotos.lines.some(({ variantId }) => variantId))
      ? await exchangeFor(shop, known, withPhotos, lines, gift)
      : NOTHING_INSTEAD;
  const asks = asksOf(policy, withPhotos, lines, exchange, gift);
  const draft = withOnlyChoices(withPhotos, asks);
  const problems = checkTo ? problemsOf(draft, asks, checkTo) : [];
  const decided = checkTo === "check" && problems.length === 0 ? decideAll(known, draft, lines, gift) : null;
  const refused = decided?.flatMap((one) => one.problems) ?? [];
  const isFine = decided !== null && refused.length === 0;
  return {
    orders: known.orders,
    moreOrders: scope.moreOrders,
    reasons: offeredReasons(policy),
    auto: decided ? decided.every(({ next }) => next === "approve") : policy.autoApprove,
    windowDays: policy.windowDays,
    gift,
    draft,
    steps: stepsOf(draft, asks),
    asks,
    terms: termsOf(policy, draft, lines, asks),
    exchange,
    photoFiles,
    problems: [...problems, ...refused],
    quotes:
      live || (isFine && show === "check")
        ? await quoteRequest(shop, policy, {
            ...{ draft, lines, asks, exchange, gift },
            waits: decided?.some(({ next }) => next === "review") ?? false,
          })
        : new Map(),
  };
}

/** Shopify is asked what is in stock only where that is shown or was chosen. */
const needsStock = (step: Step | null) => step === "how" || step === "check";
const NOTHING_INSTEAD: ExchangeChoices = { versions: new Map(), anything: new Map() };

/** What can be sent instead of each row, by `rowOf`. */
const exchangeFor = (
  shop: Shop,
  { policy, shopCurrency }: Known,
  draft: Draft,
  lines: Lines,
  gift: boolean,
): Promise<ExchangeChoices | null> =>
  exchangeChoices(
    shop,
    shopCurrency,
    draft.lines.flatMap((row) => {
      const line = lines.get(row.orderLineId);
      if (!line) return [];
      const outcomes = outcomesOf(policy, line, row, draft, gift);
      const { variantId, search } = row;
      const wants = { versions: outcomes.includes("exchange"), anything: outcomes.includes("exchangeAny") };
      const { productId, total, rate } = line;
      const orderLineId = rowOf(row);
      return [{ orderLineId, productId, variantId, search, currency: total.currency, rate, wants }];
    }),
  );

type Decided = { next: Allowed["next"] | null; problems: Problem[] };

/** What the rules make of each order's rows: what follows, or everything that must be mended first. */
const decideAll = ({ policy, rules, now }: Known, draft: Draft, lines: Lines, gift: boolean): Decided[] =>
  perOrder(draft, lines).flatMap(([orderId, rows]): Decided[] => {
    const order = rules.get(orderId);
    if (!order) return [];
    const request = { ...requestOf(rows, draft.method), gift };
    const result = decideReturn(policy, order, request, now);
    if (result.ok) return [{ next: result.value.next, problems: [] }];
    const marked = lineRefusals(policy, order, request, now).map(({ asked, refusal }): Problem => {
      const row = rows[asked];
      return { step: stepOfRefusal(refusal), refusal, row: row ? rowOf(row) : null };
    });
    const { refusal } = result;
    const row = String(refusal.detail?.orderLineId ?? "") || null;
    return [
      { next: null, problems: marked.length > 0 ? marked : [{ step: stepOfRefusal(refusal), refusal, row }] },
    ];
  });

/** What a button of the form asks for. */
export type Turn = { from: Step; to: Step | "next"; live?: boolean };

/**
 * Turns to another page. Onwards only when what was asked so far is right; otherwise the first page on which
 * something is to be mended is shown, with what.
 */
export async function turnPage(
  shop: Shop,
  scope: Scope,
  draft: Draft,
  { from, to, live = false }: Turn,
): Promise<{ step: Step; view: RequestView }> {
  const look = (checkTo: Step | null, show: Step) =>
    openRequest(shop, scope, draft, { checkTo, show, live: live && show !== "check" });
  /** The first page with a problem, with its problems alone. */
  const toMend = async ({ problems }: RequestView) => {
    const step = problems[0]?.step ?? "items";
    return {
      step,
      view: { ...(await look(null, step)), problems: problems.filter((one) => one.step === step) },
    };
  };
  if (to !== "next") return { step: to, view: await look(null, to) };
  const checked = await openRequest(shop, scope, draft, { checkTo: from, show: from });
  if (checked.problems.length > 0) return toMend(checked);
  const step = checked.steps.find((one) => STEPS.indexOf(one) > STEPS.indexOf(from)) ?? "check";
  const view = await look(step === "check" ? "check" : null, step);
  return view.problems.length > 0 ? toMend(view) : { step, view };
}
