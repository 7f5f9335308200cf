import type { Request } from "express";
import { ask } from "../actions/ask";
import { gid, legacyId } from "../actions/customers";
import type { Store } from "../store";
import { visitorOf } from "./signed-in";
import type { CustomerDrop, PageContext } from "./theme";

interface CustomerNode {
  customer: {
    id: string;
    firstName: string | null;
    lastName: string | null;
    displayName: string;
    defaultEmailAddress: { emailAddress: string } | null;
  } | null;
}

/** Who is looking at which page. */
export async function contextOf(store: Store, shop: string, request: Request): Promise<PageContext> {
  const visitor = visitorOf(request, shop);
  const customer = visitor.customerId ? await customerDrop(store, shop, visitor.customerId) : undefined;
  return {
    visitor: customer ? visitor : { ...visitor, customerId: undefined },
    customer,
    path: request.path,
  };
}

async function customerDrop(store: Store, shop: string, id: string): Promise<CustomerDrop | undefined> {
  const { customer } = await ask<CustomerNode>(
    store,
    shop,
    `query StorefrontCustomer($id: ID!) {
      customer(id: $id) { id firstName lastName displayName defaultEmailAddress { emailAddress } }
    }`,
    { id: gid("Customer", id) },
  );
  if (!customer) return undefined;
  return {
    id: Number(legacyId(customer.id)),
    first_name: customer.firstName ?? "",
    last_name: customer.lastName ?? "",
    name: customer.displayName,
    email: customer.defaultEmailAddress?.emailAddress ?? "",
  };
}
