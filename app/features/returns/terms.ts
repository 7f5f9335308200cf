import type { CalendarDay } from "~/values/calendar";
import type { Amount, LineFees, ReturnFees } from "./fees";
import type { Loose, Method, Outcome, PolicyValue } from "./policy-schema";
import type { ReturnState } from "./states";

/** What the rules read and answer: plain data. A moment may be a text (ISO 8601), an amount a number or digits. */

export type Moment = Date | string;
export type PlainMoney = { amount: Amount; currency: string };

/**
 * What the merchant decided about returns, with the zone in which their days are counted. Beside the first
 * fields, every part of `policy-schema.ts` may be given; a part that is left out asks for nothing: refunds
 * only, no fees, every reason, any method.
 */
export type ReturnPolicy = Loose<PolicyValue> & {
  /** days after delivery during which a return may be asked for; 0: never */
  windowDays: number;
  /** days added to the ship date when nobody told of the delivery */
  bufferDays: number;
  /** one tag of things that do not come back, beside `finalSaleTags` */
  finalSaleTag?: string | undefined;
  /** false: a person decides each */
  autoApprove: boolean;
  /** IANA zone of the shop */
  timeZone: string;
  /** which version decides: it is kept with the decision */
  version: number;
};

export type PolicyOrderLine = {
  id: string;
  quantity: number;
  /** what is left after refunds and edits, as Shopify says */
  currentQuantity: number;
  giftCard: boolean;
  productTags: readonly string[];
  /** handles of the collections its product is in */
  collections?: readonly string[] | undefined;
  /** the whole line after discounts, in the shopper's currency */
  total?: PlainMoney | undefined;
  /** the same for all parts of one bundle */
  bundleId?: string | null | undefined;
};

/** What Shopify lets come back (Admin API, `returnableFulfillments`); "silent" when it did not answer. */
export type ShopifyVerdict = readonly { fulfilmentLineId: string; quantity: number }[] | "silent";

/** An order, as far as returns depend on it. Of the optional parts, one that is absent is not known. */
export type ReturnableOrder = {
  lines: readonly PolicyOrderLine[];
  parcels: readonly {
    state: string;
    shippedAt: Moment;
    deliveredAt: Moment | null;
    lines: readonly { id: string; orderLineId: string; quantity: number }[];
  }[];
  /** the lines of every return of this order, whatever its state */
  returned: readonly TakenLine[];
  placedAt?: Moment | undefined;
  /** where it went, ISO 3166-1 alpha-2 */
  country?: string | null | undefined;
  tags?: readonly string[] | undefined;
  /** where it was sold: web, pos … */
  channel?: string | null | undefined;
  /** what it cost, in the shopper's currency and in the shop's: the order's own rate */
  total?: PlainMoney | undefined;
  totalShop?: PlainMoney | undefined;
  customer?: CustomerHistory | null | undefined;
  /** absent: Shopify was not asked */
  shopify?: ShopifyVerdict | undefined;
};

export type CustomerHistory = {
  tags?: readonly string[] | undefined;
  /** orders within `policy.review.days`, this one too */
  orders?: number | undefined;
  /** returns asked for within those days, without declined and cancelled ones */
  returns?: number | undefined;
  /** of those orders, how many came back, wholly or in part; absent: as many as there were returns */
  returnedOrders?: number | undefined;
};

export type TakenLine = {
  orderLineId: string;
  fulfilmentLineId: string;
  quantity: number;
  state: ReturnState;
};

/** What somebody asks to send back. A line of the order may be named more than once, with other reasons. */
export type ReturnRequest = {
  lines: readonly AskedLine[];
  method?: Method | undefined;
  /** asked for by who was given it: no money, and nothing that tells the giver */
  gift?: boolean | undefined;
};

export type AskedLine = {
  orderLineId: string;
  quantity: number;
  reason?: string | undefined;
  /** the first one offered when absent */
  outcome?: Outcome | undefined;
  /** by the question's id */
  answers?: Readonly<Record<string, string>> | undefined;
  /** how many photos were taken */
  photos?: number | undefined;
};

/** Units of one parcel's line that come back. */
export type AllocatedLine = {
  orderLineId: string;
  fulfilmentLineId: string;
  quantity: number;
  /** which of the request's lines it belongs to, counted from 0 */
  asked: number;
};

/** Why a line cannot come back whatever one says of it, in the order in which it is said. */
export type LineBar =
  | "returns.giftCard"
  | "returns.finalSale"
  | "returns.notDelivered"
  | "returns.alreadyReturned"
  | "returns.excluded"
  | "returns.windowClosed"
  | "returns.shopifyBars";

/** What a decision rests on, for the sentence that explains it. */
export type DecisionGrounds = {
  windowDays: number;
  bufferDays: number;
  /** the window counts from here */
  countedFrom: "delivery" | "shipping";
  /** the last day on which a return may be asked for, until its end in the shop's zone */
  lastDay: CalendarDay;
  /** which rule gave the window: absent for the policy's own */
  rule?: string;
  /** what the merchant calls that rule */
  ruleName?: string;
};

/** Why a person looks at a request that the policy allows. */
export type ReviewRule =
  | "byHand"
  | "value"
  | "returns"
  | "rate"
  | "customerTag"
  | "reason"
  | "answer"
  | "outcome"
  | "gift";
export type Review = { rule: ReviewRule; orderLineId?: string };

export type LineDecision = LineFees & {
  orderLineId: string;
  quantity: number;
  /** the rule that gave the window: "window", "window.<id>" or "holiday.<id>" */
  rule: string;
  outcome: Outcome;
  /** all that is offered for this line and reason */
  outcomes: Outcome[];
  /** what the pieces are worth, after discounts; null when the order does not say */
  value: { amount: bigint; currency: string } | null;
  grounds: DecisionGrounds;
};

export type Allowed = {
  /** the rule that decided: that of the line whose window closes first */
  rule: string;
  policyVersion: number;
  next: "approve" | "review";
  /** why a person looks at it; empty when it is approved at once */
  reviews: Review[];
  lines: AllocatedLine[];
  grounds: DecisionGrounds;
  /** one for each line that was asked for */
  decisions: LineDecision[];
  method: Method;
  methods: Method[];
  /** what the return as a whole costs; null when the order does not say what its lines are worth */
  fees: ReturnFees | null;
  /** did Shopify have a say? */
  shopify: "asked" | "silent" | "notAsked";
};

/** One line of an order and what may come back of it. */
export type ReturnableLine = {
  orderLineId: string;
  /** how many may come back now; 0 exactly when there is a bar */
  most: number;
  bar: LineBar | null;
  /** present when something of the line was sent */
  grounds: DecisionGrounds | null;
};
