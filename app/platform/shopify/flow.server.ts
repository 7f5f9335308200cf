import { NeverMind } from "~/platform/queue/failures";
import type { ShopId } from "~/values/ids";
import { shopify } from "./client.server";
import { StartFlowDocument } from "./generated";

/** As in extensions/aftercare-flow: an extension's handle never changes. */
const HANDLE = "aftercare-news";

/**
 * Starts the shop's workflows that begin with our trigger: https://shopify.dev/docs/apps/build/flow/triggers/reference.
 * An order is named by its number under "order_id", a field of ours by its key. Throws NeverMind when Shopify does
 * not take it, as for an order that was deleted.
 */
export async function startFlow(shopId: ShopId, about: { orderId: string; what: string }): Promise<void> {
  const payload = { order_id: Number(about.orderId), "What happened": about.what };
  const { flowTriggerReceive: answer } = await shopify(shopId, StartFlowDocument, {
    handle: HANDLE,
    payload,
  });
  const [error] = answer?.userErrors ?? [];
  if (error) throw new NeverMind(`Shopify Flow did not take it (${error.field?.join(".") ?? "no field"})`);
}
