import { bulkOperationCancel, bulkOperationRunQuery } from "./bulk/bulk-operations";
import { giftCardCreate, giftCardDeactivate, giftCardSendNotificationToCustomer } from "./credit/gift-cards";
import { storeCreditAccountCredit, storeCreditAccountDebit } from "./credit/store-credit";
import { customerCreate, customerUpdate } from "./customers/resolvers";
import { discountCodeBasicCreate, discountCodeDeactivate } from "./discounts/code-discounts";
import { draftOrderComplete, draftOrderDelete, draftOrderInvoiceSend } from "./draft-orders/complete";
import { draftOrderCreate, draftOrderCreateFromOrder, draftOrderUpdate } from "./draft-orders/create";
import { fileCreate, fileDelete, stagedUploadsCreate } from "./files/files";
import { fulfillmentCancel } from "./fulfillments/cancel";
import { fulfillmentCreate } from "./fulfillments/create";
import { fulfillmentEventCreate } from "./fulfillments/events";
import {
  fulfillmentOrderHold,
  fulfillmentOrderReleaseHold,
  fulfillmentOrdersSetFulfillmentDeadline,
} from "./fulfillments/holds";
import { fulfillmentTrackingInfoUpdate } from "./fulfillments/tracking";
import { ResolverError } from "./graphql/errors";
import { idempotent } from "./graphql/idempotency";
import type { FieldResolver } from "./graphql/resolvers";
import { orderCancel } from "./orders/cancel";
import { orderClose, orderOpen } from "./orders/close";
import { orderCreate } from "./orders/create";
import { orderDelete, orderInvoiceSend, transactionVoid } from "./orders/delete";
import { orderEditAddVariant, orderEditBegin, orderEditCommit, orderEditSetQuantity } from "./orders/edit";
import { orderCapture, orderMarkAsPaid } from "./orders/pay";
import { refundCreate } from "./orders/refund-create";
import { tagsAdd, tagsRemove } from "./orders/tags";
import { orderUpdate } from "./orders/update";
import { productCreate, productVariantsBulkCreate } from "./products/create";
import { reverseFulfillmentOrderDispose } from "./returns/dispose";
import {
  returnApproveRequest,
  returnCancel,
  returnClose,
  returnDeclineRequest,
  returnReopen,
} from "./returns/lifecycle";
import { returnProcess } from "./returns/process";
import { removeFromReturn } from "./returns/remove";
import { returnCreate, returnRequest } from "./returns/request";
import {
  reverseDeliveryCreateWithShipping,
  reverseDeliveryShippingUpdate,
} from "./returns/reverse-deliveries";
import { flowTriggerReceive } from "./shop/flow";
import { metafieldsDelete, metafieldsSet } from "./shop/metafields";
import { webhookSubscriptionCreate, webhookSubscriptionDelete } from "./webhooks/subscriptions";

const byName: Record<string, FieldResolver<unknown>> = {
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
  flowTriggerReceive,
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

/** Mutations that need a scope which is granted apart, as Shopify's reference names it. */
const needsScope: Record<string, string> = {
  customerUpdate: "write_customers",
  discountCodeBasicCreate: "write_discounts",
  discountCodeDeactivate: "write_discounts",
  draftOrderComplete: "write_draft_orders",
  draftOrderCreate: "write_draft_orders",
  giftCardCreate: "write_gift_cards",
  storeCreditAccountCredit: "write_store_credit_account_transactions",
  storeCreditAccountDebit: "write_store_credit_account_transactions",
};

/** Refused as a whole, in Shopify's words, when the caller's token was not given what it takes. */
function withScope(name: string, resolve: FieldResolver<unknown>): FieldResolver<unknown> {
  const scope = needsScope[name];
  if (!scope) return resolve;
  return (source, args, context, info) => {
    if (context.accessScopes.length === 0 || context.accessScopes.includes(scope))
      return resolve(source, args, context, info);
    const required = `\`${scope}\` access scope.`;
    throw new ResolverError(
      `Access denied for ${name} field. Required access: ${required}`,
      "ACCESS_DENIED",
      { requiredAccess: required },
    );
  };
}

/** What can be done, each an event of its own. */
export const mutations: Record<string, FieldResolver<unknown>> = Object.fromEntries(
  Object.entries(byName).map(([name, resolve]) => [name, asEvent(withScope(name, resolve))]),
);
