import { bulkOperations, currentBulkOperation } from "./bulk/bulk-operations";
import { customerByIdentifier, customers } from "./customers/resolvers";
import { codeDiscountNodeByCode } from "./discounts/code-discounts";
import { draftOrders } from "./draft-orders/resolvers";
import type { ConnectionArgs } from "./graphql/connection";
import { nodeConnection } from "./graphql/connection";
import { type Context, type FieldResolver, resolversOf } from "./graphql/resolvers";
import { orders, ordersCount } from "./orders/list";
import { locations, products, productVariants } from "./products/resolvers";
import { returnCalculate } from "./returns/calculate";
import { REASONS } from "./returns/reasons";
import {
  returnableFulfillmentById,
  returnableFulfillments,
  returnReasonDefinitions,
} from "./returns/resolvers";
import { markets } from "./shop/markets";
import { currentAppInstallation, shopLocales, shopRecord } from "./shop/shop-fields";
import { money } from "./state/money";
import { webhookSubscriptions } from "./webhooks/subscriptions";

const byId =
  (type: string): FieldResolver<unknown> =>
  (_, { id }: { id: string }, { shop }) =>
    shop.find(type, id) ?? null;

function node(_: unknown, { id }: { id: string }, { shop }: Context) {
  if (id === shop.id) return shopRecord(shop);
  return shop.node(id) ?? REASONS.find((each) => each.id === id) ?? null;
}

/** What can be asked. */
export const queries = resolversOf<unknown>({
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
  giftCards: (_, args: ConnectionArgs, { shop }) =>
    nodeConnection(shop.all<{ id: string; __typename: string }>("GiftCard"), args),
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
