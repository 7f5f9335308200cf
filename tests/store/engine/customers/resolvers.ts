import { accountsOf } from "../credit/store-credit";
import { type ConnectionArgs, connection, nodeConnection } from "../graphql/connection";
import { userError } from "../graphql/errors";
import { type Context, type ResolverMap, resolversOf } from "../graphql/resolvers";
import { listed } from "../orders/list";
import { received, refunded } from "../orders/payments";
import { isPhone } from "../orders/update";
import { legacyId, numericId } from "../state/ids";
import type { Address, Customer } from "../state/model";
import { money } from "../state/money";
import { search, type Term, textMatches, timeMatches } from "../state/search";
import type { ShopState } from "../state/shop";
import { customerPayload } from "../webhooks/customer-payload";
import { formattedLines, fullName, type MailingAddressInput, makeAddress } from "./addresses";
import {
  createCustomer,
  customerByEmail,
  customerByPhone,
  displayName,
  type NewCustomer,
  sortedTags,
} from "./customers";

const ordersOf = (shop: ShopState, customer: Customer) =>
  shop.orders.filter((order) => order.customer === customer);

export const customerResolvers: ResolverMap = {
  Customer: resolversOf<Customer>({
    legacyResourceId: (customer) => String(legacyId(customer.id)),
    displayName,
    canDelete: (customer, _: never, { shop }: Context) => ordersOf(shop, customer).length === 0,
    lifetimeDuration: () => "about a year",
    numberOfOrders: (customer, _: never, { shop }: Context) => String(ordersOf(shop, customer).length),
    amountSpent: (customer, _: never, { shop }: Context) => {
      const spent = ordersOf(shop, customer).reduce(
        (sum, order) => sum + received(order).shop - refunded(order).shop,
        0,
      );
      return money(spent, shop.details.currency);
    },
    lastOrder: (customer, _: never, { shop }: Context) => ordersOf(shop, customer).at(-1) ?? null,
    orders: (customer, args: ConnectionArgs, { shop }: Context) => listed(ordersOf(shop, customer), args),
    defaultAddress: (customer) => customer.addresses[0] ?? null,
    addresses: (customer, { first }: { first?: number | null }) =>
      customer.addresses.slice(0, first ?? undefined),
    addressesV2: (customer, args: ConnectionArgs) => nodeConnection(customer.addresses, args),
    defaultEmailAddress: (customer) =>
      customer.email
        ? {
            emailAddress: customer.email,
            marketingState: customer.emailMarketingState,
            marketingOptInLevel: null,
            marketingUpdatedAt: null,
            openTrackingLevel: "UNKNOWN",
            validFormat: true,
          }
        : null,
    defaultPhoneNumber: (customer) =>
      customer.phone ? { phoneNumber: customer.phone, marketingState: "NOT_SUBSCRIBED" } : null,
    // Shoppers without a picture get the grey one.
    image: () => ({
      id: null,
      url: "https://cdn.shopify.com/proxy/customer.png",
      altText: null,
      width: null,
      height: null,
    }),
    storeCreditAccounts: (customer, args: ConnectionArgs, { shop }: Context) =>
      nodeConnection(accountsOf(shop, customer), args),
    events: (_, args: ConnectionArgs) => nodeConnection([], args),
  }),
  MailingAddress: resolversOf<Address>({
    name: fullName,
    countryCode: (address) => address.countryCodeV2,
    coordinatesValidated: () => false,
    formatted: (
      address,
      { withName, withCompany }: { withName?: boolean | null; withCompany?: boolean | null },
    ) => formattedLines(address, withName ?? false, withCompany ?? true),
    formattedArea: (address) =>
      [address.city, address.provinceCode, address.country].filter(Boolean).join(", ") || null,
    latitude: () => null,
    longitude: () => null,
    timeZone: () => null,
    validationResultSummary: () => null,
  }),
};

interface ListArgs extends ConnectionArgs {
  query?: string | null;
  sortKey?: string | null;
}

export function customers(_: unknown, args: ListArgs, { shop }: Context) {
  const found = search(shop.customers, args.query, matches);
  const value = (customer: Customer): string | number => {
    if (args.sortKey === "CREATED_AT") return customer.createdAt;
    if (args.sortKey === "UPDATED_AT") return customer.updatedAt;
    return args.sortKey === "NAME" ? displayName(customer) : legacyId(customer.id);
  };
  found.sort((one, other) => (value(one) < value(other) ? -1 : value(one) > value(other) ? 1 : 0));
  return connection(found, args, { id: (customer) => customer.id, value });
}

function matches(customer: Customer, term: Term): boolean {
  switch (term.field) {
    case "email":
      return textMatches(customer.email, term);
    case "phone":
      return textMatches(customer.phone, term);
    case "first_name":
      return textMatches(customer.firstName, term);
    case "last_name":
      return textMatches(customer.lastName, term);
    case "id":
      return numericId(customer.id) === term.value;
    case "tag":
      return customer.tags.some((tag) => textMatches(tag, term));
    case "state":
      return textMatches(customer.state, term);
    case "created_at":
    case "customer_date":
      return timeMatches(customer.createdAt, term);
    case "updated_at":
      return timeMatches(customer.updatedAt, term);
    case null: {
      const texts = [displayName(customer), customer.email, customer.phone];
      return texts.some((text) => text?.toLowerCase().includes(term.value.replace(/\*$/, "").toLowerCase()));
    }
    default:
      return true;
  }
}

interface Identifier {
  id?: string | null;
  emailAddress?: string | null;
  phoneNumber?: string | null;
}

export function customerByIdentifier(
  _: unknown,
  { identifier }: { identifier: Identifier },
  { shop }: Context,
) {
  if (identifier.id) return shop.find<Customer>("Customer", identifier.id) ?? null;
  if (identifier.emailAddress) return customerByEmail(shop, identifier.emailAddress) ?? null;
  return identifier.phoneNumber ? (customerByPhone(shop, identifier.phoneNumber) ?? null) : null;
}

interface CustomerInput extends NewCustomer {
  id?: string | null;
  addresses?: MailingAddressInput[] | null;
}

export function customerCreate(_: unknown, { input }: { input: CustomerInput }, { shop }: Context) {
  const errors = inputErrors(shop, input);
  if (!input.email && !input.phone && !input.firstName && !input.lastName) {
    errors.push(userError(null, "A name, phone number, or email address must be present"));
  }
  if (errors.length > 0) return { customer: null, userErrors: errors };
  return { customer: createCustomer(shop, input), userErrors: [] };
}

export function customerUpdate(_: unknown, { input }: { input: CustomerInput }, { shop }: Context) {
  const customer = input.id ? shop.find<Customer>("Customer", input.id) : undefined;
  if (!customer) return { customer: null, userErrors: [userError(["id"], "Customer does not exist")] };
  const errors = inputErrors(shop, input, customer);
  if (errors.length > 0) return { customer: null, userErrors: errors };
  const { email, phone, firstName, lastName, note, locale, tags, addresses } = input;
  Object.assign(customer, {
    email: email === undefined ? customer.email : email,
    phone: phone === undefined ? customer.phone : phone,
    firstName: firstName === undefined ? customer.firstName : firstName,
    lastName: lastName === undefined ? customer.lastName : lastName,
    note: note === undefined ? customer.note : note,
    locale: locale ?? customer.locale,
    tags: tags ? sortedTags(tags) : customer.tags,
    addresses: addresses ? addresses.map((each) => makeAddress(shop, each)) : customer.addresses,
    updatedAt: shop.now(),
  });
  shop.tell("customers/update", customer, () => customerPayload(shop, customer));
  return { customer, userErrors: [] };
}

function inputErrors(shop: ShopState, input: CustomerInput, self?: Customer) {
  const errors = [];
  const sameEmail = input.email ? customerByEmail(shop, input.email) : undefined;
  if (input.email && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(input.email))
    errors.push(userError(["email"], "Email is invalid"));
  else if (sameEmail && sameEmail !== self) errors.push(userError(["email"], "Email has already been taken"));
  const samePhone = input.phone ? customerByPhone(shop, input.phone) : undefined;
  if (input.phone && !isPhone(input.phone)) errors.push(userError(["phone"], "Phone is invalid"));
  else if (samePhone && samePhone !== self) errors.push(userError(["phone"], "Phone has already been taken"));
  return errors;
}
