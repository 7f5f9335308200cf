import {
  bulkOperationCancel,
  bulkOperationRunQuery,
  bulkOperations,
  bulkResolvers,
  currentBulkOperation,
} from "./bulk/bulk-operations";
import {
  giftCardCreate,
  giftCardDeactivate,
  giftCardResolvers,
  giftCardSendNotificationToCustomer,
} from "./credit/gift-cards";
import { creditResolvers } from "./credit/resolvers";
import { storeCreditAccountCredit, storeCreditAccountDebit } from "./credit/store-credit";
import {
  customerByIdentifier,
  customerCreate,
  customerResolvers,
  customers,
  customerUpdate,
} from "./customers/resolvers";
import {
  codeDiscountNodeByCode,
  discountCodeBasicCreate,
  discountCodeDeactivate,
  discountResolvers,
} from "./discounts/code-discounts";
import { draftOrderComplete, draftOrderDelete, draftOrderInvoiceSend } from "./draft-orders/complete";
import { draftOrderCreate, draftOrderCreateFromOrder, draftOrderUpdate } from "./draft-orders/create";
import { draftOrderResolvers, draftOrders } from "./draft-orders/resolvers";
import { fileCreate, fileDelete, fileResolvers, stagedUploadsCreate } from "./files/files";
import { fulfillmentCancel } from "./fulfillments/cancel";
import { fulfillmentCreate } from "./fulfillments/create";
import { fulfillmentEventCreate } from "./fulfillments/events";
import {
  fulfillmentOrderHold,
  fulfillmentOrderReleaseHold,
  fulfillmentOrdersSetFulfillmentDeadline,
} from "./fulfillments/holds";
import { fulfillmentResolvers } from "./fulfillments/resolvers";
import { fulfillmentTrackingInfoUpdate } from "./fulfillments/tracking";
import type { ConnectionArgs } from "./graphql/connection";
import { nodeConnection } from "./graphql/connection";
import { NotOnThisMachine } from "./graphql/errors";
import { idempotent } from "./graphql/idempotency";
import { type Context, type FieldResolver, type ResolverMap, resolversOf } from "./graphql/resolvers";
import { orderCancel } from "./orders/cancel";
import { orderClose, orderOpen } from "./orders/close";
import { orderCreate } from "./orders/create";
import { orderDelete, orderInvoiceSend, transactionVoid } from "./orders/delete";
import {
  editResolvers,
  orderEditAddVariant,
  orderEditBegin,
  orderEditCommit,
  orderEditSetQuantity,
} from "./orders/edit";
import { orders, ordersCount } from "./orders/list";
import { partResolvers } from "./orders/part-resolvers";
import { orderCapture, orderMarkAsPaid } from "./orders/pay";
import { refundCreate } from "./orders/refund-create";
import { orderResolvers } from "./orders/resolvers";
import { tagsAdd, tagsRemove } from "./orders/tags";
import { orderUpdate } from "./orders/update";
import { productCreate, productVariantsBulkCreate } from "./products/create";
import { locations, productResolvers, products, productVariants } from "./products/resolvers";
import { returnCalculate } from "./returns/calculate";
import { reverseFulfillmentOrderDispose } from "./returns/dispose";
import {
  returnApproveRequest,
  returnCancel,
  returnClose,
  returnDeclineRequest,
  returnReopen,
} from "./returns/lifecycle";
import { returnProcess } from "./returns/process";
import { REASONS } from "./returns/reasons";
import { removeFromReturn } from "./returns/remove";
import { returnCreate, returnRequest } from "./returns/request";
import {
  returnableFulfillmentById,
  returnableFulfillments,
  returnableResolvers,
  returnReasonDefinitions,
  returnResolvers,
} from "./returns/resolvers";
import {
  reverseDeliveryCreateWithShipping,
  reverseDeliveryShippingUpdate,
} from "./returns/reverse-deliveries";
import { markets } from "./shop/markets";
import { metafield, metafields, metafieldsDelete, metafieldsSet } from "./shop/metafields";
import { currentAppInstallation, shopLocales, shopRecord } from "./shop/shop-fields";
import { timelineResolvers } from "./shop/timeline-resolvers";
import { money } from "./state/money";
import {
  subscriptionResolvers,
  webhookSubscriptionCreate,
  webhookSubscriptionDelete,
  webhookSubscriptions,
} from "./webhooks/subscriptions";

const byId =
  (type: string): FieldResolver<unknown> =>
  (_, { id }: { id: string }, { shop }) =>
    shop.find(type, id) ?? null;

function node(_: unknown, { id }: { id: string }, { shop }: Context) {
  if (id === shop.id) return shopRecord(shop);
  return shop.node(id) ?? REASONS.find((each) => each.id === id) ?? null;
}

const queries = resolversOf<unknown>({
  shop: (_, __: never, { shop }) => shopRecord(shop),
  shopLocales,
  currentAppInstallation,
  node,
  nodes: (_, { ids }: { ids: string[] }, context) => ids.map((id) => node(_, { id }, context)),
  job: byId("Job"),
  order: byId("Order"),
  orders,
  ordersCount,
  customer: byId("Customer"),
  customerByIdentifier,
  customers,
  fulfillment: byId("Fulfillment"),
  fulfillmentOrder: byId("FulfillmentOrder"),
  location: (_, { id }: { id?: string | null }, { shop }) =>
    id ? (shop.find("Location", id) ?? null) : shop.primaryLocation,
  locations,
  product: byId("Product"),
  products,
  productVariant: byId("ProductVariant"),
  productVariants,
  inventoryItem: byId("InventoryItem"),
  refund: byId("Refund"),
  return: byId("Return"),
  returnCalculate,
  returnableFulfillment: returnableFulfillmentById,
  returnableFulfillments,
  returnReasonDefinitions,
  reverseDelivery: byId("ReverseDelivery"),
  reverseFulfillmentOrder: byId("ReverseFulfillmentOrder"),
  storeCreditAccount: byId("StoreCreditAccount"),
  storeCreditConfiguration: () => ({ storeCreditEnabled: true }),
  giftCardConfiguration: (_, __: never, { shop }) => ({
    issueLimit: money(200_000, shop.details.currency),
    purchaseLimit: money(1_000_000, shop.details.currency),
  }),
  giftCard: byId("GiftCard"),
  bulkOperation: byId("BulkOperation"),
  bulkOperations,
  currentBulkOperation,
  codeDiscountNode: byId("DiscountCodeNode"),
  codeDiscountNodeByCode,
  draftOrder: byId("DraftOrder"),
  draftOrders,
  webhookSubscription: byId("WebhookSubscription"),
  webhookSubscriptions,
  markets,
  manualHoldsFulfillmentOrders: (_, args: ConnectionArgs, { shop }) =>
    nodeConnection(
      shop.orders.flatMap((order) => order.fulfillmentOrders).filter((each) => each.status === "ON_HOLD"),
      args,
    ),
});

const mutations: Record<string, FieldResolver<unknown>> = {
  bulkOperationCancel,
  bulkOperationRunQuery,
  customerCreate,
  customerUpdate,
  discountCodeBasicCreate,
  discountCodeDeactivate,
  draftOrderComplete,
  draftOrderCreate,
  draftOrderCreateFromOrder,
  draftOrderDelete,
  draftOrderInvoiceSend,
  draftOrderUpdate,
  fileCreate,
  fileDelete,
  fulfillmentCancel,
  fulfillmentCreate,
  fulfillmentEventCreate,
  fulfillmentOrderHold,
  fulfillmentOrderReleaseHold,
  fulfillmentOrdersSetFulfillmentDeadline,
  fulfillmentTrackingInfoUpdate,
  giftCardCreate,
  giftCardDeactivate,
  giftCardSendNotificationToCustomer,
  metafieldsDelete,
  metafieldsSet,
  orderDelete,
  orderEditAddVariant,
  orderEditBegin,
  orderEditCommit,
  orderEditSetQuantity,
  orderInvoiceSend,
  orderCancel,
  orderCapture,
  orderClose,
  orderCreate,
  orderMarkAsPaid,
  orderOpen,
  orderUpdate,
  productCreate,
  productVariantsBulkCreate,
  refundCreate: idempotent(refundCreate),
  removeFromReturn,
  returnApproveRequest,
  returnCancel,
  returnClose,
  returnCreate,
  returnDeclineRequest,
  returnProcess,
  returnReopen,
  returnRequest,
  reverseDeliveryCreateWithShipping,
  reverseDeliveryShippingUpdate,
  reverseFulfillmentOrderDispose,
  stagedUploadsCreate,
  storeCreditAccountCredit,
  storeCreditAccountDebit,
  tagsAdd,
  tagsRemove,
  transactionVoid,
  webhookSubscriptionCreate,
  webhookSubscriptionDelete,
};

/** Each mutation is one event: whoever listens hears of it once it is over. */
function asEvent(resolve: FieldResolver<unknown>): FieldResolver<unknown> {
  return (source, args, context, info) => {
    try {
      return resolve(source, args, context, info);
    } finally {
      context.shop.endEvent();
    }
  };
}

function refuseRest(map: Record<string, FieldResolver<unknown>>): Record<string, FieldResolver<unknown>> {
  return new Proxy(map, {
    get: (target, name: string) =>
      target[name] ??
      (() => {
        throw new NotOnThisMachine(`'${name}'`);
      }),
  });
}

const events = Object.fromEntries(
  Object.entries(mutations).map(([name, resolve]) => [name, asEvent(resolve)]),
);

const OWNERS = ["Order", "Customer", "Product", "ProductVariant", "Location"];

export const resolvers: ResolverMap = withMetafields({
  QueryRoot: refuseRest(queries as Record<string, FieldResolver<unknown>>),
  Mutation: refuseRest(events),
  ...bulkResolvers,
  ...creditResolvers,
  ...discountResolvers,
  ...draftOrderResolvers,
  ...editResolvers,
  ...giftCardResolvers,
  ...subscriptionResolvers,
  ...timelineResolvers,
  ...customerResolvers,
  ...fileResolvers,
  ...fulfillmentResolvers,
  ...orderResolvers,
  ...partResolvers,
  ...productResolvers,
  ...returnableResolvers,
  ...returnResolvers,
});

function withMetafields(map: ResolverMap): ResolverMap {
  const joined = { ...map };
  for (const owner of OWNERS) joined[owner] = { ...joined[owner], metafield, metafields };
  return joined;
}
