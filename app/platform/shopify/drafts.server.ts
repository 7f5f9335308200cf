import type { Address } from "~/values/address";
import { gid, numberOf, type ShopId } from "~/values/ids";
import { shopify } from "./client.server";
import {
  CompleteDraftDocument,
  CreateDraftDocument,
  type CurrencyCode,
  DraftStateDocument,
  DraftsTaggedDocument,
} from "./generated";
import { addressInput, type Done, done } from "./order-actions.server";

/** What is sent again for nothing. */
export type FreeDraft = {
  customerId: string | null;
  email: string | null;
  currency: string;
  lines: { variantId: string; quantity: number }[];
  address: Address | null;
  /** what the discount of the whole price is called */
  title: string;
  note: string;
  /** by which it is found again; at most 40 characters each */
  tags: string[];
};

export type MadeOrder = { id: string; name: string };

/** Makes a draft of an order that costs nothing. Answers its number: nothing is sent before it is completed. */
export async function createFreeDraft(shopId: ShopId, draft: FreeDraft): Promise<Done<string>> {
  const { customerId, email, currency, lines, address, title, note, tags } = draft;
  const input = {
    ...(customerId ? { purchasingEntity: { customerId: gid("Customer", customerId) } } : {}),
    ...(email ? { email } : {}),
    ...(address ? { shippingAddress: addressInput(address) } : {}),
    presentmentCurrencyCode: currency as CurrencyCode,
    lineItems: lines.map(({ variantId, quantity }) => ({
      variantId: gid("ProductVariant", variantId),
      quantity,
      appliedDiscount: { title, value: 100, valueType: "PERCENTAGE" as const },
    })),
    ...{ note, tags },
  };
  const { draftOrderCreate } = await shopify(shopId, CreateDraftDocument, { input }, { once: true });
  const made = done(draftOrderCreate?.draftOrder?.id, draftOrderCreate?.userErrors);
  return made.ok ? { ok: true, value: numberOf(made.value) } : made;
}

/** The draft with this tag, by its number; null when there is none. Shopify finds new ones a moment late. */
export async function draftTagged(shopId: ShopId, tag: string): Promise<string | null> {
  const { draftOrders } = await shopify(shopId, DraftsTaggedDocument, { query: `tag:"${tag}"` });
  const [first] = draftOrders.nodes;
  return first ? numberOf(first.id) : null;
}

/** The order that a draft has become: null before, "gone" when somebody deleted the draft. */
export async function orderOfDraft(shopId: ShopId, draftId: string): Promise<MadeOrder | "gone" | null> {
  const { draftOrder } = await shopify(shopId, DraftStateDocument, { id: gid("DraftOrder", draftId) });
  if (!draftOrder) return "gone";
  return draftOrder.order ? { id: numberOf(draftOrder.order.id), name: draftOrder.order.name } : null;
}

/** Makes an order of a draft. One that is an order already is refused: look first, with `orderOfDraft`. */
export async function completeDraft(
  shopId: ShopId,
  draftId: string,
  asStaff?: string,
): Promise<Done<MadeOrder>> {
  const { draftOrderComplete } = await shopify(
    shopId,
    CompleteDraftDocument,
    { id: gid("DraftOrder", draftId) },
    { once: true, asStaff },
  );
  const made = done(draftOrderComplete?.draftOrder?.order, draftOrderComplete?.userErrors);
  return made.ok ? { ok: true, value: { id: numberOf(made.value.id), name: made.value.name } } : made;
}
