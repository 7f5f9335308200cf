import type { Address } from "~/values/address";
import { gid, type ShopId } from "~/values/ids";
import { shopify } from "./client.server";
import {
  AddTagsDocument,
  CancellationOfDocument,
  CancelOrderDocument,
  type CountryCode,
  type OrderCancelReason,
  type OrderInput,
  RemoveTagsDocument,
  UpdateCustomerDocument,
  UpdateOrderDocument,
} from "./generated";

/** What Shopify answers to a change: done, or its own sentence on why not. */
export type Done<T = null> = { ok: true; value: T } | { ok: false; why: string };

type Errors = readonly { message: string }[];

/** Shopify's errors as one answer. Without any, and without what was to be made, nobody knows why. */
export function done<T>(value: T | null | undefined, errors: Errors | null | undefined): Done<T> {
  const messages = (errors ?? []).map(({ message }) => message);
  if (messages.length > 0 || value == null) return { ok: false, why: messages.join(" ") };
  return { ok: true, value };
}

/** The same where nothing is answered but errors. */
const doneWithout = (errors: Errors | null | undefined): Done => {
  const answer = done(true, errors);
  return answer.ok ? { ok: true, value: null } : answer;
};

export type Cancelling = {
  reason: OrderCancelReason;
  /** where the money goes back to, if it does */
  refund: "payments" | "credit" | "none";
  restock: boolean;
  notify: boolean;
  /** for the shop's own eyes; at most 255 characters */
  note: string;
};

/**
 * Asks Shopify to cancel an order. It does so in the background: answers the number of its job, and
 * `cancellationOf` tells what came of it. An order that is cancelled already is refused.
 */
export async function cancelOrder(
  shopId: ShopId,
  orderId: string,
  { reason, refund, restock, notify, note }: Cancelling,
  asStaff?: string,
): Promise<Done<string>> {
  const { orderCancel } = await shopify(
    shopId,
    CancelOrderDocument,
    {
      ...{ id: gid("Order", orderId), reason, restock, notify, staffNote: note },
      refund:
        refund === "credit"
          ? { storeCreditRefund: {} }
          : refund === "payments"
            ? { originalPaymentMethodsRefund: true }
            : null,
    },
    { once: true, asStaff },
  );
  return done(orderCancel?.job?.id, orderCancel?.orderCancelUserErrors);
}

/** Is the order cancelled, and is the job that was to do it over? Null when the shop has no such order. */
export async function cancellationOf(
  shopId: ShopId,
  orderId: string,
  jobId: string,
): Promise<{ cancelled: boolean; over: boolean } | null> {
  const answer = await shopify(shopId, CancellationOfDocument, { id: gid("Order", orderId), jobId });
  if (!answer.order) return null;
  return { cancelled: Boolean(answer.order.cancelledAt), over: answer.job?.done ?? true };
}

async function updateOrder(shopId: ShopId, input: OrderInput, asStaff?: string): Promise<Done> {
  const { orderUpdate } = await shopify(shopId, UpdateOrderDocument, { input }, { asStaff });
  return doneWithout(orderUpdate?.userErrors);
}

/** Writes where an order goes. Saying the same twice changes nothing. */
export const setShippingAddress = (
  shopId: ShopId,
  orderId: string,
  address: Address,
  asStaff?: string,
): Promise<Done> =>
  updateOrder(shopId, { id: gid("Order", orderId), shippingAddress: addressInput(address) }, asStaff);

/** Writes an order's note; empty: none. */
export const setOrderNote = (
  shopId: ShopId,
  orderId: string,
  note: string,
  asStaff?: string,
): Promise<Done> => updateOrder(shopId, { id: gid("Order", orderId), note }, asStaff);

/** Writes a customer's note; empty: none. */
export async function setCustomerNote(shopId: ShopId, customerId: string, note: string): Promise<Done> {
  const input = { id: gid("Customer", customerId), note };
  const { customerUpdate } = await shopify(shopId, UpdateCustomerDocument, { input });
  return doneWithout(customerUpdate?.userErrors);
}

export type Tagged = { kind: "Order" | "Customer"; id: string };

/** Puts tags on, and takes tags off, one after the other; the others stay. Saying the same twice changes nothing. */
export async function changeTags(
  shopId: ShopId,
  of: Tagged,
  { add, remove }: { add: string[]; remove: string[] },
): Promise<Done> {
  const id = gid(of.kind, of.id);
  if (add.length > 0) {
    const { tagsAdd } = await shopify(shopId, AddTagsDocument, { id, tags: add });
    const added = doneWithout(tagsAdd?.userErrors);
    if (!added.ok) return added;
  }
  if (remove.length === 0) return { ok: true, value: null };
  const { tagsRemove } = await shopify(shopId, RemoveTagsDocument, { id, tags: remove });
  return doneWithout(tagsRemove?.userErrors);
}

/** An address as the Admin API takes it. Shopify asks for a last name: the last word of a person's name. */
export function addressInput(address: Address) {
  const words = (address.name ?? "").trim().split(/\s+/);
  const lastName = words.pop() ?? "";
  return {
    firstName: words.join(" "),
    lastName,
    company: address.company ?? "",
    address1: address.line1 ?? "",
    address2: address.line2 ?? "",
    city: address.city ?? "",
    zip: address.zip ?? "",
    phone: address.phone ?? "",
    ...(address.province ? { provinceCode: address.province } : {}),
    ...(address.country ? { countryCode: address.country as CountryCode } : {}),
  };
}
