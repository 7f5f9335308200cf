import { gid, listCustomers } from "../actions/customers";
import { shoppers } from "../actions/shoppers";
import type { Store } from "../store";

/** In whose name the storefront's buy button orders: the signed-in customer's, else a guest's. */
export async function buyerFor(
  store: Store,
  shop: string,
  customerId: string | undefined,
): Promise<{ shopper: string; email?: string }> {
  if (!customerId) return { shopper: "guest" };
  const customer = (await listCustomers(store, shop)).find((one) => one.id === gid("Customer", customerId));
  const known = shoppers.find((one) => one.email === customer?.email);
  if (known) return { shopper: known.key };
  return customer?.email ? { shopper: "ada", email: customer.email } : { shopper: "ada" };
}
