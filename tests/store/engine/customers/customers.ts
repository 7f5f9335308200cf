import type { Customer } from "../state/model";
import type { ShopState } from "../state/shop";
import { customerPayload } from "../webhooks/customer-payload";
import { fullName, type MailingAddressInput, makeAddress } from "./addresses";

export interface NewCustomer {
  email?: string | null;
  phone?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  note?: string | null;
  tags?: string[] | null;
  locale?: string | null;
  taxExempt?: boolean | null;
  addresses?: MailingAddressInput[] | null;
}

export function createCustomer(shop: ShopState, input: NewCustomer): Customer {
  const now = shop.now();
  const customer: Customer = shop.record({
    __typename: "Customer",
    id: shop.newId("Customer"),
    email: input.email ?? null,
    phone: input.phone ?? null,
    firstName: input.firstName ?? null,
    lastName: input.lastName ?? null,
    locale: input.locale ?? shop.details.locale,
    note: input.note ?? null,
    tags: sortedTags(input.tags ?? []),
    state: "DISABLED",
    verifiedEmail: true,
    taxExempt: input.taxExempt ?? false,
    emailMarketingState: "NOT_SUBSCRIBED",
    addresses: (input.addresses ?? []).map((address) => makeAddress(shop, address)),
    createdAt: now,
    updatedAt: now,
  });
  shop.customers.push(customer);
  shop.tell("customers/create", customer, () => customerPayload(shop, customer));
  return customer;
}

export function customerByEmail(shop: ShopState, email: string): Customer | undefined {
  const wanted = email.trim().toLowerCase();
  return shop.customers.find((customer) => customer.email?.toLowerCase() === wanted);
}

export function customerByPhone(shop: ShopState, phone: string): Customer | undefined {
  return shop.customers.find((customer) => customer.phone === phone.trim());
}

export function displayName(customer: Customer): string {
  return fullName(customer) ?? customer.email ?? customer.phone ?? "";
}

/** Shopify keeps tags without doubles and in order. */
export function sortedTags(tags: string[]): string[] {
  const byName = new Map<string, string>();
  for (const tag of tags.map((each) => each.trim()).filter(Boolean)) {
    const key = tag.toLowerCase();
    if (!byName.has(key)) byName.set(key, tag);
  }
  return [...byName.values()].sort((one, other) => one.localeCompare(other, "en"));
}
