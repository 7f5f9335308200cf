import { legacyId, listCustomers } from "../actions/customers";
import type { Store } from "../store";

/** Who the demo strip offers to look as. */
export async function peopleOf(store: Store, shop: string) {
  const customers = await listCustomers(store, shop);
  return customers.map(({ id, displayName, email }) => ({
    id: Number(legacyId(id)),
    name: displayName,
    email,
  }));
}
