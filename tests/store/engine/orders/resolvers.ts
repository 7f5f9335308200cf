import { type ConnectionArgs, connection, nodeConnection } from "../graphql/connection";
import { type Context, type ResolverMap, resolversOf } from "../graphql/resolvers";
import { legacyId } from "../state/ids";
import { type Bag, fixed, moneyBag, NOTHING, negative, plus } from "../state/money";
import { search, textMatches } from "../state/search";
import type { ShopState } from "../state/shop";
import { discountApplications } from "./discounts";
import type { Order } from "./model";
import { canMarkAsPaid } from "./pay";
import * as payments from "./payments";
import { currentQuantity, refundableQuantity, unfulfilledQuantity } from "./quantities";
import { fulfillmentStatus, returnStatus } from "./statuses";
import { suggestedRefund } from "./suggested-refund";
import * as totals from "./totals";
import { shippingLine, taxLines, taxLinesOf } from "./views";

const set = (amount: (order: Order) => Bag) => (order: Order) => moneyBag(amount(order), order);
const text = (amount: (order: Order) => Bag) => (order: Order) => fixed(amount(order).shop, order.currency);

interface ListArgs extends ConnectionArgs {
  query?: string | null;
}

export const orderResolvers: ResolverMap = {
  Order: resolversOf<Order>({
    legacyResourceId: (order) => String(legacyId(order.id)),
    currencyCode: (order) => order.currency,
    presentmentCurrencyCode: (order) => order.presentmentCurrency,
    closed: (order) => order.closedAt !== null,
    cancellation: (order) => (order.cancelledAt ? { staffNote: order.cancellationNote } : null),
    confirmed: () => true,
    displayAddress: (order) => order.shippingAddress ?? order.billingAddress,
    billingAddressMatchesShippingAddress: (order) =>
      JSON.stringify({ ...order.billingAddress, id: "" }) ===
      JSON.stringify({ ...order.shippingAddress, id: "" }),
    canMarkAsPaid,
    canNotifyCustomer: (order) => Boolean(order.email ?? order.phone),
    capturable: (order) => payments.capturable(order).presentment > 0,
    displayFinancialStatus: payments.financialStatus,
    displayFulfillmentStatus: fulfillmentStatus,
    returnStatus,
    fullyPaid: (order) => payments.outstanding(order).presentment <= 0,
    unpaid: (order) => payments.received(order).presentment === 0,
    refundable: (order) => payments.netPayment(order).presentment > 0,
    restockable: (order) => order.lineItems.some((line) => refundableQuantity(line) > 0),
    fulfillable: (order) => order.lineItems.some((line) => unfulfilledQuantity(line) > 0),
    requiresShipping: (order) => order.lineItems.some((line) => line.requiresShipping),
    merchantEditable: (order) => editProblems(order).length === 0,
    merchantEditableErrors: editProblems,
    paymentGatewayNames: payments.gatewayNames,
    discountCodes: (order) => order.discounts.flatMap((each) => (each.code ? [each.code] : [])),
    discountCode: (order) => order.discounts.find((each) => each.code)?.code ?? null,
    discountApplications: (order, args: ConnectionArgs) =>
      connection(discountApplications(order), args, { id: (each) => String(each.index) }),
    statusPageUrl: (order, _: never, { shop }: Context) => statusPageUrl(shop, order),
    taxExempt: (order) => order.customer?.taxExempt ?? false,
    estimatedTaxes: () => false,
    dutiesIncluded: () => false,
    customerAcceptsMarketing: (order) => order.customer?.emailMarketingState === "SUBSCRIBED",
    purchasingEntity: (order) => order.customer,
    paymentTerms: () => null,
    publication: () => null,
    physicalLocation: () => null,
    retailLocation: () => null,
    staffMember: () => null,
    channelInformation: () => null,
    app: () => null,
    additionalFees: () => [],
    disputes: () => [],
    alerts: () => [],
    hasTimelineComment: () => false,
    subtotalLineItemsQuantity: (order) => order.lineItems.reduce((sum, line) => sum + line.quantity, 0),
    currentSubtotalLineItemsQuantity: (order) =>
      order.lineItems.reduce((sum, line) => sum + currentQuantity(line), 0),
    totalWeight: (order) =>
      String(order.lineItems.reduce((sum, line) => sum + line.weightGrams * line.quantity, 0)),
    currentTotalWeight: (order) =>
      String(order.lineItems.reduce((sum, line) => sum + line.weightGrams * currentQuantity(line), 0)),

    subtotalPriceSet: set(totals.subtotal),
    totalPriceSet: set(totals.totalPrice),
    originalTotalPriceSet: set(totals.totalPrice),
    totalTaxSet: set(totals.totalTax),
    totalDiscountsSet: set(totals.totalDiscounts),
    totalShippingPriceSet: set(totals.shippingTotal),
    currentSubtotalPriceSet: set(totals.currentSubtotal),
    currentShippingPriceSet: set(totals.currentShipping),
    currentTotalTaxSet: set(totals.currentTax),
    currentTotalPriceSet: set(totals.currentTotal),
    currentTotalDiscountsSet: set(totals.currentDiscounts),
    currentCartDiscountAmountSet: set(totals.currentDiscounts),
    cartDiscountAmountSet: set(totals.totalDiscounts),
    totalRefundedSet: set(payments.refunded),
    totalRefundedShippingSet: set(totals.refundedShipping),
    totalReceivedSet: set(payments.received),
    netPaymentSet: set(payments.netPayment),
    totalOutstandingSet: set(payments.outstanding),
    totalCapturableSet: set(payments.capturable),
    totalTipReceivedSet: set(() => NOTHING),
    refundDiscrepancySet: set((order) =>
      negative(plus(...order.refunds.flatMap((refund) => refund.adjustments.map((each) => each.amount)))),
    ),
    currentTotalDutiesSet: () => null,
    originalTotalDutiesSet: () => null,
    currentTotalAdditionalFeesSet: () => null,
    originalTotalAdditionalFeesSet: () => null,
    totalPrice: text(totals.totalPrice),
    subtotalPrice: text(totals.subtotal),
    totalTax: text(totals.totalTax),
    totalDiscounts: text(totals.totalDiscounts),
    totalShippingPrice: text(totals.shippingTotal),
    totalRefunded: text(payments.refunded),
    totalReceived: text(payments.received),
    netPayment: text(payments.netPayment),
    totalCapturable: text(payments.capturable),
    taxLines: (order) => taxLines(taxLinesOf(order), order),
    currentTaxLines: (order) => taxLines(taxLinesOf(order), order),

    lineItems: (order, args: ConnectionArgs) => nodeConnection(order.lineItems, args),
    nonFulfillableLineItems: (order, args: ConnectionArgs) =>
      nodeConnection(
        order.lineItems.filter((line) => !line.requiresShipping && line.isGiftCard),
        args,
      ),
    shippingLine: (order) => {
      const line = order.shippingLines.find((each) => !each.isRemoved);
      return line ? shippingLine(line, order) : null;
    },
    shippingLines: (order, args: ConnectionArgs & { includeRemovals?: boolean | null }) =>
      nodeConnection(
        order.shippingLines
          .filter((each) => args.includeRemovals || !each.isRemoved)
          .map((each) => shippingLine(each, order)),
        args,
      ),
    fulfillments: (order, { first }: { first?: number | null }) =>
      order.fulfillments.slice(0, first ?? undefined),
    fulfillmentsCount: (order) => ({ count: order.fulfillments.length, precision: "EXACT" }),
    fulfillmentOrders: (order, args: ConnectionArgs) => nodeConnection(order.fulfillmentOrders, args),
    transactions: (order, { first, capturable }: { first?: number | null; capturable?: boolean | null }) =>
      order.transactions
        .filter((each) => capturable == null || payments.capturableOf(each).presentment > 0 === capturable)
        .slice(0, first ?? undefined),
    transactionsCount: (order) => ({ count: order.transactions.length, precision: "EXACT" }),
    refunds: (order, { first }: { first?: number | null }) => order.refunds.slice(0, first ?? undefined),
    returns: (order, args: ListArgs) =>
      connection(
        search(order.returns, args.query, (each, term) => {
          if (term.field === "status") return textMatches(each.status, term);
          return term.field === "name" || term.field === null ? textMatches(each.name, term) : true;
        }),
        args,
        { id: (each) => each.id, value: (each) => String(legacyId(each.id)) },
      ),
    events: (order, args: ConnectionArgs) => nodeConnection(order.events, args),
    suggestedRefund,
  }),
};

export function statusPageUrl(shop: ShopState, order: Order): string {
  return `https://${shop.details.domain}/${legacyId(shop.id)}/orders/${order.token}/authenticate?key=${order.token.slice(0, 16)}`;
}

function editProblems(order: Order): string[] {
  if (order.cancelledAt) return ["The order has been canceled."];
  if (payments.financialStatus(order) === "REFUNDED") return ["The order has been refunded."];
  return [];
}
