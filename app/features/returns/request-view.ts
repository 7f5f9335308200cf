import type { Money } from "~/values/money";
import type { ExchangeChoices } from "./exchange-choices";
import type { OwnRate } from "./fees";
import type { Outcome } from "./policy-schema";
import type { Quote } from "./quote";
import type { ReturnReason } from "./reasons";
import type { Draft } from "./request-form";
import type { Asks, Problem, Step } from "./request-steps";
import type { ReturnableLine } from "./terms";

/** A line of an order as the forms show it. */
export type RequestLine = ReturnableLine & {
  orderId: string;
  title: string;
  variantTitle: string | null;
  imageUrl: string | null;
  productId: string | null;
  variantId: string | null;
  quantity: number;
  total: Money;
  rate: OwnRate;
};

/** An order whose things are offered. */
export type RequestOrder = { id: string; name: string; lines: RequestLine[] };

/** What an outcome costs and gives beside the value of the line. */
export type OutcomeTerms = { restockingFee: Money; bonus: Money };

/** Everything a page of the request shows. */
export type RequestView = {
  orders: RequestOrder[];
  /** are there other orders of the same shopper that are not offered yet? */
  moreOrders: boolean;
  reasons: ReturnReason[];
  /** is it approved at once, as far as can be said before it is asked for? */
  auto: boolean;
  windowDays: number;
  gift: boolean;
  draft: Draft;
  steps: Step[];
  asks: Asks;
  /** what each outcome of each line costs and gives */
  terms: ReadonlyMap<string, Partial<Record<Outcome, OutcomeTerms>>>;
  /** what can be sent instead; null: Shopify does not say right now */
  exchange: ExchangeChoices | null;
  /** where each photo that was handed over can be seen, by its token */
  photoFiles: ReadonlyMap<string, string>;
  problems: Problem[];
  /** by the order; only on the last page */
  quotes: ReadonlyMap<string, Quote>;
};
