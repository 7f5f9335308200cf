import { inOrdersCurrency, type OwnRate } from "./fees";
import { anyOf } from "./match";
import { reasonRule, wantsReview } from "./offers";
import type {
  CustomerHistory,
  LineDecision,
  ReturnableOrder,
  ReturnPolicy,
  ReturnRequest,
  Review,
} from "./terms";

/** From so many orders on, a share of returned ones says something. */
const ENOUGH_ORDERS = 3;

const returnedOf = (customer: CustomerHistory | null | undefined): number =>
  customer?.returnedOrders ?? customer?.returns ?? 0;

/** The share of a customer's orders that came back, in percent; null while there are too few to tell. */
function rateOf(customer: CustomerHistory | null | undefined): number | null {
  const orders = customer?.orders ?? 0;
  return orders < ENOUGH_ORDERS ? null : (100 * returnedOf(customer)) / orders;
}

/** Why a person looks at an allowed request: every reason there is, each once a line. */
export function reviewsOf(
  policy: ReturnPolicy,
  order: ReturnableOrder,
  request: ReturnRequest,
  decisions: readonly LineDecision[],
  rate: OwnRate | undefined,
): Review[] {
  const reviews: Review[] = policy.autoApprove ? [] : [{ rule: "byHand" }];
  const { review } = policy;
  if (review) {
    const { customer } = order;
    const most = review.valueAbove;
    if (most != null && worthOfAll(decisions) > inOrdersCurrency(most, rate)) reviews.push({ rule: "value" });
    if (review.returnsAbove != null && (customer?.returns ?? 0) > review.returnsAbove)
      reviews.push({ rule: "returns" });
    if (review.rateAbove != null && (rateOf(customer) ?? 0) > review.rateAbove)
      reviews.push({ rule: "rate" });
    if (anyOf(review.customerTags, customer?.tags)) reviews.push({ rule: "customerTag" });
    if (review.gifts && request.gift) reviews.push({ rule: "gift" });
    for (const one of decisions)
      if (review.outcomes?.includes(one.outcome))
        reviews.push({ rule: "outcome", orderLineId: one.orderLineId });
  }
  if (policy.reasons)
    for (const line of request.lines) {
      const rule = line.quantity > 0 ? reasonRule(policy, line.reason) : undefined;
      if (rule?.review) reviews.push({ rule: "reason", orderLineId: line.orderLineId });
      if (rule && wantsReview(rule, line)) reviews.push({ rule: "answer", orderLineId: line.orderLineId });
    }
  return reviews;
}

const worthOfAll = (decisions: readonly LineDecision[]): bigint =>
  decisions.reduce((sum, one) => sum + (one.value?.amount ?? 0n), 0n);

/** Is the customer one whom the policy trusts? By a tag, or by enough orders of which few enough came back. */
export function isTrusted(policy: ReturnPolicy, customer: CustomerHistory | null | undefined): boolean {
  const { trusted } = policy;
  if (!trusted || !customer) return false;
  if (anyOf(trusted.customerTags, customer.tags)) return true;
  const orders = customer.orders ?? 0;
  if (trusted.ordersAtLeast == null || orders < trusted.ordersAtLeast || orders === 0) return false;
  return (100 * returnedOf(customer)) / orders <= (trusted.rateAtMost ?? 100);
}
