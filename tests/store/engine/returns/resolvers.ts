import type { Fulfillment } from "../fulfillments/model";
import { type ConnectionArgs, connection, nodeConnection } from "../graphql/connection";
import { type Context, type ResolverMap, resolversOf } from "../graphql/resolvers";
import type { Order } from "../orders/model";
import { discountedTotal, forUnits } from "../orders/totals";
import { globalId, numericId } from "../state/ids";
import { moneyBag } from "../state/money";
import { search, textMatches } from "../state/search";
import { returnableQuantity } from "./lines";
import type {
  ExchangeLine,
  Return,
  ReturnFee,
  ReturnLine,
  ReverseDelivery,
  ReverseFulfillmentOrder,
  ReverseFulfillmentOrderLine,
} from "./model";
import { suggestedFinancialOutcome } from "./outcome";
import { REASONS } from "./reasons";

interface StatusArgs extends ConnectionArgs {
  processingStatus?: "PROCESSABLE" | "PROCESSED" | null;
}

const fee = resolversOf<ReturnFee>({ amountSet: ({ amount, order }) => moneyBag(amount, order) });

export const returnResolvers: ResolverMap = {
  Return: resolversOf<Return>({
    totalQuantity: (each) => each.lineItems.reduce((sum, line) => sum + line.quantity, 0),
    returnLineItems: (each, args: StatusArgs) => nodeConnection(byProgress(each.lineItems, args), args),
    exchangeLineItems: (each, args: StatusArgs) =>
      nodeConnection(byProgress(each.exchangeLineItems, args), args),
    returnShippingFees: (each) => each.shippingFees,
    reverseFulfillmentOrders: (each, args: ConnectionArgs) =>
      nodeConnection(each.reverseFulfillmentOrders, args),
    refunds: (each, args: ConnectionArgs) => nodeConnection(each.refunds, args),
    transactions: (each, args: ConnectionArgs) =>
      nodeConnection(
        each.refunds.flatMap((refund) => refund.transactions),
        args,
      ),
    staffMember: () => null,
    suggestedFinancialOutcome,
  }),
  ReturnLineItem: resolversOf<ReturnLine>({
    fulfillmentLineItem: (line) => line.fulfillmentLine,
    returnReason: (line) => line.reason,
    returnReasonNote: (line) => line.reasonNote,
    returnReasonDefinition: (line) => line.definition,
    unprocessedQuantity: (line) => line.quantity - line.processedQuantity,
    processableQuantity: (line) =>
      line.return.status === "OPEN" ? line.quantity - line.processedQuantity : 0,
    refundableQuantity: (line) => line.quantity - line.refundedQuantity,
    totalWeight: (line) => ({
      unit: "GRAMS",
      value: line.fulfillmentLine.lineItem.weightGrams * line.quantity,
    }),
    withCodeDiscountedTotalPriceSet: (line) => {
      const { lineItem } = line.fulfillmentLine;
      return moneyBag(forUnits(discountedTotal(lineItem), line.quantity, lineItem), lineItem.order);
    },
  }),
  RestockingFee: fee,
  ReturnShippingFee: fee,
  ExchangeLineItem: resolversOf<ExchangeLine>({
    variantId: (line) => line.variant?.id ?? null,
    unprocessedQuantity: (line) => line.quantity - line.processedQuantity,
    processableQuantity: (line) =>
      line.return.status === "OPEN" ? line.quantity - line.processedQuantity : 0,
    lineItems: (line) => (line.lineItems.length > 0 ? line.lineItems : null),
    lineItem: (line) => line.lineItems[0] ?? null,
    title: (line) => line.variant?.product.title ?? "",
    productId: (line) => line.variant?.product.id ?? null,
    variantSku: (line) => line.variant?.sku ?? null,
    variantTitle: (line) => line.variant?.title ?? null,
  }),
  ReverseFulfillmentOrder: resolversOf<ReverseFulfillmentOrder>({
    lineItems: (each, args: ConnectionArgs) => nodeConnection(each.lineItems, args),
    reverseDeliveries: (each, args: ConnectionArgs) => nodeConnection(each.reverseDeliveries, args),
    thirdPartyConfirmation: () => null,
  }),
  ReverseFulfillmentOrderLineItem: resolversOf<ReverseFulfillmentOrderLine>({
    fulfillmentLineItem: (line) => line.returnLine.fulfillmentLine,
  }),
  ReverseDelivery: resolversOf<ReverseDelivery>({
    reverseDeliveryLineItems: (each, args: ConnectionArgs) => nodeConnection(each.lineItems, args),
    deliverable: ({ label, tracking }) => ({
      __typename: "ReverseDeliveryShippingDeliverable",
      label,
      tracking,
    }),
  }),
  ReverseDeliveryLineItem: resolversOf<ReverseDelivery["lineItems"][number]>({
    reverseFulfillmentOrderLineItem: (each) => each.line,
    dispositions: (each) => each.line.dispositions,
  }),
};

function byProgress<T extends { quantity: number; processedQuantity: number }>(
  lines: T[],
  args: StatusArgs,
): T[] {
  if (args.processingStatus === "PROCESSED") return lines.filter((line) => line.processedQuantity > 0);
  if (args.processingStatus === "PROCESSABLE")
    return lines.filter((line) => line.processedQuantity < line.quantity);
  return lines;
}

/** Fulfilments with something in them that may come back, as Shopify sees it. */
export function returnableFulfillments(
  _: unknown,
  args: ConnectionArgs & { orderId: string },
  { shop }: Context,
) {
  const order = shop.find<Order>("Order", args.orderId);
  const list = (order?.fulfillments ?? []).filter((each) => returnableLines(each).length > 0);
  return connection(list.map(returnableFulfillment), args, { id: (each) => each.id });
}

export function returnableFulfillmentById(_: unknown, { id }: { id: string }, { shop }: Context) {
  const fulfillment = shop.node(globalId("Fulfillment", numericId(id)));
  return fulfillment?.__typename === "Fulfillment" ? returnableFulfillment(fulfillment as Fulfillment) : null;
}

function returnableFulfillment(fulfillment: Fulfillment) {
  return {
    __typename: "ReturnableFulfillment",
    id: globalId("ReturnableFulfillment", numericId(fulfillment.id)),
    fulfillment,
    returnableFulfillmentLineItems: returnableLines(fulfillment),
  };
}

function returnableLines(fulfillment: Fulfillment) {
  if (fulfillment.status !== "SUCCESS") return [];
  return fulfillment.lineItems
    .map((line) => ({ quantity: returnableQuantity(line), fulfillmentLineItem: line }))
    .filter((each) => each.quantity > 0);
}

export const returnableResolvers: ResolverMap = {
  ReturnableFulfillment: resolversOf<ReturnType<typeof returnableFulfillment>>({
    returnableFulfillmentLineItems: (each, args: ConnectionArgs) =>
      connection(each.returnableFulfillmentLineItems, args, { id: (line) => line.fulfillmentLineItem.id }),
  }),
};

interface ReasonArgs extends ConnectionArgs {
  handles?: string[] | null;
  ids?: string[] | null;
  query?: string | null;
  sortKey?: string | null;
}

export function returnReasonDefinitions(_: unknown, args: ReasonArgs) {
  let list = REASONS.filter((each) => !args.handles || args.handles.includes(each.handle));
  list = list.filter((each) => !args.ids || args.ids.includes(each.id));
  list = search(list, args.query, (each, term) => {
    if (term.field === "handle") return textMatches(each.handle, term);
    if (term.field === "id") return numericId(each.id) === term.value;
    return each.name.toLowerCase().includes(term.value.toLowerCase());
  });
  if (args.sortKey === "NAME") list = list.toSorted((one, other) => one.name.localeCompare(other.name));
  if (args.sortKey === "HANDLE") list = list.toSorted((one, other) => one.handle.localeCompare(other.handle));
  return nodeConnection(list, args);
}
