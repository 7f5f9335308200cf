import { manualService } from "../fulfillments/service";
import { type ConnectionArgs, nodeConnection } from "../graphql/connection";
import { type Context, type ResolverMap, resolversOf } from "../graphql/resolvers";
import { suggestedFor } from "../returns/reasons";
import { legacyId } from "../state/ids";
import { type Bag, fixed, minus, money, moneyBag, share } from "../state/money";
import { discountAllocations } from "./discounts";
import type { LineItem, Refund, RefundLineItem, Transaction } from "./model";
import { capturableOf, refundableOf } from "./payments";
import { currentQuantity, refundableQuantity, unfulfilledQuantity } from "./quantities";
import { refundTotal } from "./refunds";
import { formattedGateway } from "./suggested-refund";
import * as totals from "./totals";
import { shippingLine, taxLines } from "./views";

const lineSet = (amount: (line: LineItem) => Bag) => (line: LineItem) => moneyBag(amount(line), line.order);
const lineText = (amount: (line: LineItem) => Bag) => (line: LineItem) =>
  fixed(amount(line).shop, line.order.currency);
const perUnit = (amount: (line: LineItem) => Bag) => (line: LineItem) =>
  share(amount(line), 1, line.quantity);

const exceptCodes = (line: LineItem) => minus(totals.originalTotal(line), totals.lineLevelDiscountOf(line));

export const partResolvers: ResolverMap = {
  LineItem: resolversOf<LineItem>({
    name: (line) => (line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title),
    currentQuantity,
    refundableQuantity,
    unfulfilledQuantity,
    fulfillableQuantity: unfulfilledQuantity,
    nonFulfillableQuantity: (line) => Math.max(0, line.quantity - currentQuantity(line)),
    fulfillmentStatus: (line) =>
      unfulfilledQuantity(line) === 0
        ? "fulfilled"
        : unfulfilledQuantity(line) < line.quantity
          ? "partial"
          : "unfulfilled",
    fulfillmentService: (_, __: never, { shop }: Context) => manualService(shop),
    restockable: (line) => line.variant !== null,
    canRestock: (line) => line.variant !== null,
    merchantEditable: (line) => unfulfilledQuantity(line) > 0,
    image: () => null,
    duties: () => [],
    staffMember: () => null,
    sellingPlan: () => null,
    contract: () => null,
    lineItemGroup: () => null,
    weight: (line) => ({ unit: "GRAMS", value: line.weightGrams }),
    taxLines: (line, { first }: { first?: number | null }) =>
      taxLines(line.taxLines, line.order).slice(0, first ?? undefined),
    discountAllocations,
    originalUnitPriceSet: lineSet((line) => line.unitPrice),
    originalTotalSet: lineSet(totals.originalTotal),
    discountedUnitPriceSet: lineSet(perUnit(exceptCodes)),
    discountedUnitPriceAfterAllDiscountsSet: lineSet(perUnit(totals.discountedTotal)),
    discountedTotalSet: (line, { withCodeDiscounts }: { withCodeDiscounts?: boolean | null }) =>
      moneyBag(withCodeDiscounts ? totals.discountedTotal(line) : exceptCodes(line), line.order),
    priceAfterAllDiscountsBeforeTaxesSet: lineSet((line) =>
      line.order.taxesIncluded
        ? minus(totals.discountedTotal(line), totals.lineTax(line))
        : totals.discountedTotal(line),
    ),
    totalDiscountSet: lineSet(totals.lineLevelDiscountOf),
    unfulfilledOriginalTotalSet: lineSet((line) =>
      totals.forUnits(totals.originalTotal(line), unfulfilledQuantity(line), line),
    ),
    unfulfilledDiscountedTotalSet: lineSet((line) =>
      totals.forUnits(totals.discountedTotal(line), unfulfilledQuantity(line), line),
    ),
    unfulfilledOriginalTotal: lineText((line) =>
      totals.forUnits(totals.originalTotal(line), unfulfilledQuantity(line), line),
    ),
    unfulfilledDiscountedTotal: lineText((line) =>
      totals.forUnits(totals.discountedTotal(line), unfulfilledQuantity(line), line),
    ),
    originalUnitPrice: lineText((line) => line.unitPrice),
    originalTotal: lineText(totals.originalTotal),
    discountedTotal: lineText(exceptCodes),
    discountedUnitPrice: lineText(perUnit(exceptCodes)),
    totalDiscount: lineText(totals.lineLevelDiscountOf),
    suggestedReturnReasonDefinitions: (line, args: ConnectionArgs) =>
      nodeConnection(suggestedFor(line.product?.productType ?? null), args),
  }),
  OrderTransaction: resolversOf<Transaction>({
    amountSet: (each) => moneyBag(each.amount, each.order),
    amount: (each) => fixed(each.amount.shop, each.order.currency),
    amountV2: (each) => money(each.amount.shop, each.order.currency),
    formattedGateway: (each) => formattedGateway(each.gateway),
    manualPaymentGateway: (each) => each.gateway === "manual",
    manuallyCapturable: (each) => capturableOf(each).presentment > 0,
    multiCapturable: () => false,
    parentTransaction: (each) => each.parent,
    maximumRefundableV2: (each) => money(refundableOf(each).presentment, each.order.presentmentCurrency),
    totalUnsettledSet: (each) => moneyBag(capturableOf(each), each.order),
    receiptJson: (each) => (each.receiptJson == null ? null : JSON.stringify(each.receiptJson)),
    accountNumber: () => null,
    amountRoundingSet: () => null,
    authorizationExpiresAt: () => null,
    paymentDetails: () => null,
    paymentIcon: () => null,
    paymentId: (each) => `#${each.order.number}.${each.order.transactions.indexOf(each) + 1}`,
    fees: () => [],
    user: () => null,
    location: () => null,
    device: () => null,
    settlementCurrency: (each) => each.order.currency,
    settlementCurrencyRate: () => null,
    shopifyPaymentsSet: () => null,
    currencyExchangeAdjustment: () => null,
  }),
  Refund: resolversOf<Refund>({
    legacyResourceId: (refund) => String(legacyId(refund.id)),
    processedAt: (refund) => refund.createdAt,
    totalRefundedSet: (refund) => moneyBag(refundTotal(refund), refund.order),
    totalRefunded: (refund) => money(refundTotal(refund).shop, refund.order.currency),
    duties: () => [],
    staffMember: () => null,
    refundLineItems: (refund, args: ConnectionArgs) => nodeConnection(refund.lineItems, args),
    refundShippingLines: (refund, args: ConnectionArgs) =>
      nodeConnection(
        refund.shipping.map((each) => ({
          __typename: "RefundShippingLine",
          id: each.id,
          shippingLine: shippingLine(each.line, refund.order),
          subtotalAmountSet: moneyBag(each.subtotal, refund.order),
          taxAmountSet: moneyBag(each.tax, refund.order),
        })),
        args,
      ),
    orderAdjustments: (refund, args: ConnectionArgs) =>
      nodeConnection(
        refund.adjustments.map((each) => ({
          __typename: "OrderAdjustment",
          id: each.id,
          amountSet: moneyBag(each.amount, refund.order),
          taxAmountSet: moneyBag(each.tax, refund.order),
          reason: each.reason,
        })),
        args,
      ),
    transactions: (refund, args: ConnectionArgs) => nodeConnection(refund.transactions, args),
  }),
  RefundLineItem: resolversOf<RefundLineItem>({
    priceSet: (each) => moneyBag(each.price, each.lineItem.order),
    price: (each) => fixed(each.price.shop, each.lineItem.order.currency),
    subtotalSet: (each) => moneyBag(each.subtotal, each.lineItem.order),
    subtotal: (each) => fixed(each.subtotal.shop, each.lineItem.order.currency),
    totalTaxSet: (each) => moneyBag(each.totalTax, each.lineItem.order),
    totalTax: (each) => fixed(each.totalTax.shop, each.lineItem.order.currency),
  }),
};
