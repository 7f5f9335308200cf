import { received, refunded } from "../orders/payments";
import { countryName } from "../state/countries";
import { legacyId } from "../state/ids";
import type { Address, Customer } from "../state/model";
import { fixed } from "../state/money";
import type { ShopState } from "../state/shop";

export function addressPayload(address: Address | null) {
  if (!address) return null;
  return {
    first_name: address.firstName,
    address1: address.address1,
    phone: address.phone,
    city: address.city,
    zip: address.zip,
    province: address.province,
    country: address.country,
    last_name: address.lastName,
    address2: address.address2,
    company: address.company,
    latitude: null,
    longitude: null,
    name: [address.firstName, address.lastName].filter(Boolean).join(" "),
    country_code: address.countryCodeV2,
    province_code: address.provinceCode,
  };
}

/** The customer as it travels inside an order: without what other orders say. */
export function orderCustomerPayload(customer: Customer, currency: string) {
  const [first] = customer.addresses;
  return {
    id: legacyId(customer.id),
    created_at: customer.createdAt,
    updated_at: customer.updatedAt,
    first_name: customer.firstName,
    last_name: customer.lastName,
    state: customer.state.toLowerCase(),
    note: customer.note,
    verified_email: customer.verifiedEmail,
    multipass_identifier: null,
    tax_exempt: customer.taxExempt,
    email: customer.email,
    phone: customer.phone,
    currency,
    tax_exemptions: [],
    admin_graphql_api_id: customer.id,
    default_address: first ? customerAddress(customer, first) : null,
  };
}

export function customerPayload(shop: ShopState, customer: Customer): Record<string, unknown> {
  const orders = shop.orders.filter((order) => order.customer === customer);
  const spent = orders.reduce((sum, order) => sum + received(order).shop - refunded(order).shop, 0);
  const last = orders.at(-1);
  return {
    ...orderCustomerPayload(customer, shop.details.currency),
    orders_count: orders.length,
    total_spent: fixed(spent, shop.details.currency),
    last_order_id: last ? legacyId(last.id) : null,
    last_order_name: last?.name ?? null,
    tags: customer.tags.join(", "),
    addresses: customer.addresses.map((address) => customerAddress(customer, address)),
    email_marketing_consent: {
      state: customer.emailMarketingState.toLowerCase(),
      opt_in_level: null,
      consent_updated_at: null,
    },
    sms_marketing_consent: null,
  };
}

function customerAddress(customer: Customer, address: Address) {
  return {
    id: legacyId(address.id),
    customer_id: legacyId(customer.id),
    ...addressPayload(address),
    country_name: countryName(address.countryCodeV2),
    default: customer.addresses[0] === address,
  };
}
