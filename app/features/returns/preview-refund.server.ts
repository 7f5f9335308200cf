import type { Shop } from "~/platform/database/shop.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import { suggestRefund } from "~/platform/shopify/return-money.server";
import { fetchReturn } from "~/platform/shopify/returns.server";
import type { Money } from "~/values/money";
import * as store from "./store.server";
import { toProcess, toSend } from "./to-process";

/** What Shopify would refund now for what arrived; or that it could not be asked. */
export type RefundPreview = { kind: "amount"; amount: Money } | { kind: "unknown" };

/** Asks Shopify what the refund of a received return would be. Null when there is nothing to refund now. */
export async function previewRefund(shop: Shop, returnId: string): Promise<RefundPreview | null> {
  const ours = await shop.transact((tx) => store.load(tx, returnId));
  if (ours?.state !== "received") return null;
  if (!ours.shopifyReturnId) return { kind: "unknown" };
  try {
    const theirs = await fetchReturn(shop.id, ours.shopifyReturnId);
    if (theirs?.status !== "open") return { kind: "unknown" };
    const lines = toProcess(ours, theirs);
    const suggested =
      lines.length > 0 ? await suggestRefund(shop.id, theirs.id, lines, toSend(ours, theirs)) : null;
    return { kind: "amount", amount: suggested?.amount ?? { amount: 0n, currency: ours.currency } };
  } catch (error) {
    // Shopify is away, or the shop must reconnect: the page says so, and the rest of it still works.
    if (error instanceof TryAgain || error instanceof NeedsMerchant || error instanceof NeverMind)
      return { kind: "unknown" };
    throw error;
  }
}
