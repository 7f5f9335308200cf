import { z } from "zod";
import type { Store } from "../store";
import { ask } from "./ask";
import { gid, legacyId } from "./customers";

export const shopNamed = z.object({ shop: z.string().optional() });

/** Installs the app again, or for the first time; tokens come when someone opens it. */
export function install(store: Store, given: z.input<typeof shopNamed>): { installed: true } {
  store.installs.install(store.shop(given.shop).domain);
  return { installed: true };
}

/** Takes the app away: its tokens close at once, and it is told. */
export function uninstall(
  store: Store,
  given: z.input<typeof shopNamed>,
): { installed: false; tokensRevoked: number } {
  const shop = store.shop(given.shop);
  const tokensRevoked = store.tokens?.revokeAll(shop.domain) ?? 0;
  store.installs.uninstall(shop.domain);
  store.webhooks.announce({
    shop: shop.domain,
    topic: "app/uninstalled",
    payload: {
      id: Number(legacyId(shop.id)),
      name: shop.name,
      email: shop.email,
      domain: shop.domain,
      myshopify_domain: shop.domain,
      country: shop.country,
      currency: shop.currency,
      iana_timezone: shop.timezone,
      primary_locale: shop.locale,
      plan_name: "basic",
    },
  });
  return { installed: false, tokensRevoked };
}

/** Closes every token without uninstalling, as when a secret is rotated. */
export function revokeTokens(store: Store, given: z.input<typeof shopNamed>): { tokensRevoked: number } {
  return { tokensRevoked: store.tokens?.revokeAll(store.shop(given.shop).domain) ?? 0 };
}

export const scopesInput = shopNamed.extend({
  grant: z.array(z.string()).default([]),
  withdraw: z.array(z.string()).default([]),
});

export function changeScopes(store: Store, given: z.input<typeof scopesInput>): { scopes: string[] } {
  const { shop, grant, withdraw } = scopesInput.parse(given);
  const { domain, id } = store.shop(shop);
  const previous = store.installs.scopes(domain);
  store.installs.grant(domain, grant);
  const current = store.installs.withdraw(domain, withdraw);
  store.webhooks.announce({
    shop: domain,
    topic: "app/scopes_update",
    payload: { id: Number(legacyId(id)), previous, current, updated_at: store.clock.now().toISOString() },
  });
  return { scopes: current };
}

export const privacyInput = shopNamed.extend({
  topic: z.enum(["shop/redact", "customers/redact", "customers/data_request"]),
  customer: z.string().optional(),
});

interface PrivateCustomer {
  customer: {
    id: string;
    defaultEmailAddress: { emailAddress: string } | null;
    defaultPhoneNumber: { phoneNumber: string } | null;
    orders: { nodes: { id: string }[] };
  } | null;
}

/** Sends one of the three privacy webhooks. */
export async function askPrivacy(
  store: Store,
  given: z.input<typeof privacyInput>,
): Promise<{ topic: string; deliveries: number }> {
  const { shop: named, topic, customer } = privacyInput.parse(given);
  const shop = store.shop(named);
  const about = { shop_id: Number(legacyId(shop.id)), shop_domain: shop.domain };
  const payload =
    topic === "shop/redact"
      ? about
      : { ...about, ...(await person(store, shop.domain, topic, customer ?? "")) };
  return { topic, deliveries: store.webhooks.announce({ shop: shop.domain, topic, payload }).length };
}

async function person(
  store: Store,
  shop: string,
  topic: string,
  named: string,
): Promise<Record<string, unknown>> {
  const { customer } = await ask<PrivateCustomer>(
    store,
    shop,
    `query PanelPrivate($id: ID!) {
      customer(id: $id) {
        id defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } orders(first: 100) { nodes { id } }
      }
    }`,
    { id: gid("Customer", named) },
  );
  const orders = customer?.orders.nodes.map((order) => Number(legacyId(order.id))) ?? [];
  return {
    customer: {
      id: Number(legacyId(named)),
      email: customer?.defaultEmailAddress?.emailAddress ?? null,
      phone: customer?.defaultPhoneNumber?.phoneNumber ?? null,
    },
    ...(topic === "customers/redact"
      ? { orders_to_redact: orders }
      : { orders_requested: orders, data_request: { id: Math.floor(store.clock.now().getTime() / 1000) } }),
  };
}
