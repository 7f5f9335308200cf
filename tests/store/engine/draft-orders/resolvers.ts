import { type ConnectionArgs, nodeConnection } from "../graphql/connection";
import { type Context, type ResolverMap, resolversOf } from "../graphql/resolvers";
import { legacyId, numericId } from "../state/ids";
import { type Bag, fixed, moneyBag, NOTHING, plus, share } from "../state/money";
import { search, type Term, textMatches } from "../state/search";
import type { DraftLine, DraftOrder } from "./model";
import * as sums from "./model";

interface ListArgs extends ConnectionArgs {
  query?: string | null;
}

export function draftOrders(_: unknown, args: ListArgs, { shop }: Context) {
  return nodeConnection(search(shop.all<DraftOrder>("DraftOrder"), args.query, matches), args);
}

function matches(draft: DraftOrder, term: Term): boolean {
  switch (term.field) {
    case "status":
      return textMatches(draft.status, term);
    case "tag":
      return draft.tags.some((tag) => textMatches(tag, term));
    case "customer_id":
      return draft.customer !== null && numericId(draft.customer.id) === term.value;
    default:
      return textMatches(draft.name, term) || textMatches(draft.email, term);
  }
}

const set = (amount: (draft: DraftOrder) => Bag) => (draft: DraftOrder) => moneyBag(amount(draft), draft);
const text = (amount: (draft: DraftOrder) => Bag) => (draft: DraftOrder) =>
  fixed(amount(draft).shop, draft.currency);
const lineSet = (amount: (line: DraftLine) => Bag) => (line: DraftLine) => moneyBag(amount(line), line.draft);

function appliedDiscount(given: sums.AppliedDiscount | null, amount: Bag, draft: DraftOrder) {
  return (
    given && {
      ...given,
      amountSet: moneyBag(amount, draft),
      amountV2: moneyBag(amount, draft).presentmentMoney,
      amount: fixed(amount.shop, draft.currency),
    }
  );
}

function shippingLine(draft: DraftOrder) {
  if (!draft.shippingLine) return null;
  const { title, price } = draft.shippingLine;
  const priceSet = moneyBag(price, draft);
  return {
    id: null,
    title,
    code: "custom",
    custom: true,
    source: "shopify",
    isRemoved: false,
    taxLines: [],
    discountAllocations: [],
    originalPriceSet: priceSet,
    discountedPriceSet: priceSet,
    currentDiscountedPriceSet: priceSet,
  };
}

export const draftOrderResolvers: ResolverMap = {
  DraftOrder: resolversOf<DraftOrder>({
    legacyResourceId: (draft) => legacyId(draft.id),
    ready: () => true,
    note2: (draft) => draft.note,
    currencyCode: (draft) => draft.currency,
    presentmentCurrencyCode: (draft) => draft.presentmentCurrency,
    taxesIncluded: () => false,
    taxLines: () => [],
    warnings: () => [],
    discountCodes: () => [],
    platformDiscounts: () => [],
    paymentTerms: () => null,
    purchasingEntity: (draft) => draft.customer,
    appliedDiscount: (draft) => appliedDiscount(draft.appliedDiscount, sums.orderDiscount(draft), draft),
    shippingLine,
    lineItems: (draft, args: ConnectionArgs) => nodeConnection(draft.lineItems, args),
    lineItemsSubtotalPrice: set((draft) => plus(...draft.lineItems.map(sums.originalTotal))),
    totalLineItemsPriceSet: set((draft) => plus(...draft.lineItems.map(sums.originalTotal))),
    subtotalPriceSet: set(sums.subtotal),
    subtotalPrice: text(sums.subtotal),
    totalDiscountsSet: set(sums.totalDiscounts),
    totalShippingPriceSet: set(sums.shippingPrice),
    totalShippingPrice: text(sums.shippingPrice),
    totalTaxSet: set(() => NOTHING),
    totalTax: text(() => NOTHING),
    totalPriceSet: set(sums.total),
    totalPrice: text(sums.total),
    totalQuantityOfLineItems: (draft) => draft.lineItems.reduce((sum, line) => sum + line.quantity, 0),
    totalWeight: (draft) => draft.lineItems.reduce((sum, line) => sum + line.quantity * line.weightGrams, 0),
  }),
  DraftOrderLineItem: resolversOf<DraftLine>({
    name: (line) =>
      line.variant && line.variant.title !== "Default Title"
        ? `${line.title} - ${line.variant.title}`
        : line.title,
    custom: (line) => line.variant === null,
    isGiftCard: () => false,
    product: (line) => line.variant?.product ?? null,
    vendor: (line) => line.variant?.product.vendor ?? null,
    variantTitle: (line) =>
      line.variant && line.variant.title !== "Default Title" ? line.variant.title : null,
    image: () => null,
    taxLines: () => [],
    components: () => [],
    weight: (line) => ({ unit: "GRAMS", value: line.weightGrams }),
    appliedDiscount: (line) => appliedDiscount(line.appliedDiscount, sums.lineDiscount(line), line.draft),
    originalUnitPriceSet: lineSet((line) => line.unitPrice),
    originalUnitPriceWithCurrency: (line) => moneyBag(line.unitPrice, line.draft).presentmentMoney,
    originalTotalSet: lineSet(sums.originalTotal),
    discountedTotalSet: lineSet(sums.discountedTotal),
    totalDiscountSet: lineSet(sums.lineDiscount),
    approximateDiscountedUnitPriceSet: lineSet((line) => share(sums.discountedTotal(line), 1, line.quantity)),
    discountedUnitPriceSet: lineSet((line) => share(sums.discountedTotal(line), 1, line.quantity)),
  }),
};
