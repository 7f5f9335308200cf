import { bulkResolvers } from "./bulk/bulk-operations";
import { giftCardResolvers } from "./credit/gift-cards";
import { creditResolvers } from "./credit/resolvers";
import { customerResolvers } from "./customers/resolvers";
import { discountResolvers } from "./discounts/code-discounts";
import { draftOrderResolvers } from "./draft-orders/resolvers";
import { fileResolvers } from "./files/files";
import { fulfillmentResolvers } from "./fulfillments/resolvers";
import { NotOnThisMachine } from "./graphql/errors";
import { quietFields } from "./graphql/quiet-fields";
import { type FieldResolver, type ResolverMap, resolversOf } from "./graphql/resolvers";
import { mutations } from "./mutations";
import { editResolvers } from "./orders/edit";
import { partResolvers } from "./orders/part-resolvers";
import { orderResolvers } from "./orders/resolvers";
import { inventoryResolvers } from "./products/inventory-levels";
import { productResolvers } from "./products/resolvers";
import { queries } from "./queries";
import { returnableResolvers, returnResolvers } from "./returns/resolvers";
import { metafield, metafields } from "./shop/metafields";
import { timelineResolvers } from "./shop/timeline-resolvers";
import { subscriptionResolvers } from "./webhooks/subscriptions";

function refuseRest(map: Record<string, FieldResolver<unknown>>): Record<string, FieldResolver<unknown>> {
  return new Proxy(map, {
    get: (target, name: string) =>
      target[name] ??
      (() => {
        throw new NotOnThisMachine(`'${name}'`);
      }),
  });
}

const OWNERS = ["Order", "Customer", "Product", "ProductVariant", "Location"];

const withMetafields: ResolverMap = Object.fromEntries(
  OWNERS.map((owner) => [owner, resolversOf<never>({ metafield, metafields })]),
);

/** Later maps have the last word on a field; types may be spread over several. */
function joined(...maps: ResolverMap[]): ResolverMap {
  const whole: ResolverMap = {};
  for (const map of maps) {
    for (const [type, fields] of Object.entries(map)) whole[type] = { ...whole[type], ...fields };
  }
  return whole;
}

export const resolvers: ResolverMap = {
  ...joined(
    quietFields,
    bulkResolvers,
    creditResolvers,
    customerResolvers,
    discountResolvers,
    draftOrderResolvers,
    editResolvers,
    fileResolvers,
    fulfillmentResolvers,
    giftCardResolvers,
    inventoryResolvers,
    orderResolvers,
    partResolvers,
    productResolvers,
    returnableResolvers,
    returnResolvers,
    subscriptionResolvers,
    timelineResolvers,
    withMetafields,
  ),
  QueryRoot: refuseRest(queries as Record<string, FieldResolver<unknown>>),
  Mutation: refuseRest(mutations),
};
