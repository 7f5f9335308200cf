import { gid, type ShopId } from "~/values/ids";
import { type Money, readMoney } from "~/values/money";
import { shopify } from "./client.server";
import { CustomerCardDocument } from "./generated";

/** A customer as Shopify counts them: over all orders, also those from before we were installed. */
export type CustomerCard = {
  note: string | null;
  tags: string[];
  orders: number;
  /** in the shop's currency, refunds taken off */
  spent: Money;
  since: Date;
};

/** What Shopify keeps of a customer; null when the shop has no such one. */
export async function fetchCustomerCard(shopId: ShopId, customerId: string): Promise<CustomerCard | null> {
  const { customer } = await shopify(shopId, CustomerCardDocument, { id: gid("Customer", customerId) });
  if (!customer) return null;
  const { amount, currencyCode } = customer.amountSpent;
  return {
    note: customer.note || null,
    tags: customer.tags,
    orders: Number(customer.numberOfOrders),
    spent: readMoney(amount, currencyCode),
    since: new Date(customer.createdAt),
  };
}
