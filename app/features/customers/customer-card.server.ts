import type { Shop } from "~/platform/database/shop.server";
import { type CustomerCard, fetchCustomerCard } from "~/platform/shopify/customers.server";
import { inTime } from "~/values/in-time";

/** Staff do not wait longer than this for what stands beside the page. */
const PATIENCE_MS = 3_000;

/**
 * What Shopify keeps of a customer: how much they bought, note and tags. Null when nobody is known, Shopify has no
 * such customer, or does not answer in time; the page then shows what we know ourselves.
 */
export const customerCard = (shop: Shop, customerId: string | null): Promise<CustomerCard | null> =>
  customerId ? inTime(fetchCustomerCard(shop.id, customerId), PATIENCE_MS) : Promise.resolve(null);
