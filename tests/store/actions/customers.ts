import type { Store } from "../store";
import { ask } from "./ask";
import type { Shopper } from "./shoppers";

export interface CustomerSummary {
  id: string;
  displayName: string;
  email: string | null;
  locale: string;
  numberOfOrders: string;
}

interface CustomerNode {
  id: string;
  displayName: string;
  locale: string;
  numberOfOrders: string;
  defaultEmailAddress: { emailAddress: string } | null;
}

export async function listCustomers(store: Store, shop: string): Promise<CustomerSummary[]> {
  const { customers } = await ask<{ customers: { nodes: CustomerNode[] } }>(
    store,
    shop,
    `query PanelCustomers {
      customers(first: 100) { nodes { id displayName locale numberOfOrders defaultEmailAddress { emailAddress } } }
    }`,
  );
  return customers.nodes.map(({ defaultEmailAddress, ...rest }) => ({
    ...rest,
    email: defaultEmailAddress?.emailAddress ?? null,
  }));
}

/** The shop's customer with the shopper's address, made when there is none yet. */
export async function customerFor(store: Store, shop: string, shopper: Shopper): Promise<string> {
  const known = (await listCustomers(store, shop)).find(
    (one) => one.email?.toLowerCase() === shopper.email.toLowerCase(),
  );
  if (known) return known.id;
  const { customerCreate } = await ask<{ customerCreate: { customer: { id: string } } }>(
    store,
    shop,
    `mutation PanelCustomer($input: CustomerInput!) {
      customerCreate(input: $input) { customer { id } userErrors { field message } }
    }`,
    {
      input: {
        firstName: shopper.firstName,
        lastName: shopper.lastName,
        email: shopper.email,
        phone: shopper.phone,
        locale: shopper.locale,
        addresses: [
          {
            ...shopper.address,
            firstName: shopper.firstName,
            lastName: shopper.lastName,
            phone: shopper.phone,
          },
        ],
      },
    },
  );
  return customerCreate.customer.id;
}

/** `77` and `gid://shopify/Customer/77` name the same person. */
export const legacyId = (gid: string): string => gid.split("/").at(-1)?.split("?")[0] ?? gid;

export const gid = (kind: string, id: string): string =>
  id.startsWith("gid://") ? id : `gid://shopify/${kind}/${id}`;
