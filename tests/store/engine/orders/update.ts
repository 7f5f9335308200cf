import { addressErrors, type MailingAddressInput, makeAddress } from "../customers/addresses";
import { sortedTags } from "../customers/customers";
import { type UserError, userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import { type MetafieldInput, setMetafield } from "../shop/metafields";
import type { Order } from "./model";
import { note, touch } from "./timeline";

interface OrderInput {
  id: string;
  email?: string | null;
  phone?: string | null;
  note?: string | null;
  poNumber?: string | null;
  tags?: string[] | null;
  customAttributes?: { key: string; value: string }[] | null;
  shippingAddress?: MailingAddressInput | null;
  metafields?: MetafieldInput[] | null;
}

export function orderUpdate(_: unknown, { input }: { input: OrderInput }, { shop }: Context) {
  const order = shop.find<Order>("Order", input.id);
  if (!order) return { order: null, userErrors: [userError(["id"], "Order does not exist")] };
  const errors = inputErrors(input);
  if (errors.length > 0) return { order, userErrors: errors };
  if (input.email !== undefined) order.email = input.email || null;
  if (input.phone !== undefined) order.phone = input.phone || null;
  if (input.note !== undefined) order.note = input.note || null;
  if (input.poNumber !== undefined) order.poNumber = input.poNumber || null;
  if (input.tags) order.tags = sortedTags(input.tags);
  if (input.customAttributes)
    order.customAttributes = input.customAttributes.map(({ key, value }) => ({ key, value }));
  if (input.shippingAddress) {
    order.shippingAddress = makeAddress(shop, input.shippingAddress);
    for (const each of order.fulfillmentOrders) {
      if (each.status !== "CLOSED" && each.destination) each.destination = order.shippingAddress;
    }
    note(shop, order, "shipping_address_updated", "The shipping address was updated.");
  }
  for (const metafield of input.metafields ?? []) setMetafield(shop, order.id, metafield);
  touch(shop, order);
  return { order, userErrors: [] };
}

function inputErrors(input: OrderInput): UserError[] {
  const given = Object.entries(input).filter(([key, value]) => key !== "id" && value !== undefined);
  if (given.length === 0) return [userError(null, "No valid update parameters have been provided")];
  const errors: UserError[] = [];
  if (input.email && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(input.email))
    errors.push(userError(["email"], "Email is invalid"));
  if (input.phone && !isPhone(input.phone)) errors.push(userError(["phone"], "Phone is invalid"));
  if (input.shippingAddress) errors.push(...addressErrors(input.shippingAddress, "shippingAddress"));
  return errors;
}

export function isPhone(text: string): boolean {
  return /^\+?[\d\s().-]{7,20}$/.test(text.trim());
}
