import { createHmac, randomUUID } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { takeInWebhook } from "~/doors/shopify-webhook.server";
import { env } from "~/env.server";
import { SHOP } from "../setup/database";
import { shopifyId } from "./order";

/** Shopify's number of the test shop: its orders' status addresses carry it. */
export const SHOP_NUMBER = "548380009";

type Json = Record<string, unknown>;

const bag = (amount: string, currency = "GBP", shopCurrency = currency) => ({
  shop_money: { amount, currency_code: shopCurrency },
  presentment_money: { amount, currency_code: currency },
});

export type OrderPayload = {
  id?: string;
  name?: string;
  email?: string | null;
  updatedAt?: Date;
  placedAt?: Date;
  cancelledAt?: Date | null;
  note?: string | null;
  currency?: string;
  total?: string;
  shopNumber?: string;
  firstName?: string;
  title?: string;
  lines?: number;
  over?: Json;
};

/** An order as Shopify's webhooks carry it (REST shape), by default placed this minute. */
export function anOrderPayload(given: OrderPayload = {}): Json {
  const id = Number(given.id ?? shopifyId());
  const placed = (given.placedAt ?? new Date(Date.now() - 5_000)).toISOString();
  const currency = given.currency ?? "GBP";
  const total = given.total ?? "47.00";
  const first = given.firstName ?? "Ada";
  return {
    id,
    admin_graphql_api_id: `gid://shopify/Order/${id}`,
    name: given.name ?? `#${String(id).slice(-5)}`,
    confirmation_number: "XPAV284CT",
    email: given.email === undefined ? "ada.rowntree@example.com" : given.email,
    phone: null,
    customer_locale: "en-GB",
    currency,
    presentment_currency: currency,
    subtotal_price_set: bag(total, currency),
    total_discounts_set: bag("0.00", currency),
    total_shipping_price_set: bag("0.00", currency),
    total_tax_set: bag("0.00", currency),
    total_price_set: bag(total, currency),
    total_outstanding: "0.00",
    financial_status: "paid",
    fulfillment_status: null,
    shipping_lines: [{ title: "Tracked 48" }],
    shipping_address: {
      first_name: first,
      last_name: "Rowntree",
      address1: "12 Larkspur Lane",
      city: "York",
      zip: "YO1 7HH",
      country_code: "GB",
    },
    billing_address: null,
    customer: { id: id + 1, email: given.email ?? null, first_name: first, last_name: "Rowntree", tags: "" },
    note: given.note ?? null,
    tags: "",
    test: false,
    processed_at: placed,
    created_at: placed,
    updated_at: (given.updatedAt ?? new Date(placed)).toISOString(),
    cancelled_at: given.cancelledAt?.toISOString() ?? null,
    closed_at: null,
    order_status_url: `https://fern-and-fable.example/${given.shopNumber ?? SHOP_NUMBER}/orders/abc/authenticate?key=k`,
    line_items: Array.from({ length: given.lines ?? 1 }, (_, at) => ({
      id: id * 1000 + at,
      title: given.title ?? "Linen tea towel",
      variant_title: "Moss",
      sku: "TOWEL",
      product_id: 1,
      variant_id: 2,
      quantity: 1,
      current_quantity: 1,
      price_set: bag(total, currency),
      requires_shipping: true,
      gift_card: false,
      discount_allocations: [],
    })),
    ...given.over,
  };
}

export type Webhook = {
  topic?: string;
  shop?: string;
  body?: Json | string | Buffer;
  eventId?: string;
  webhookId?: string;
  triggeredAt?: Date | string;
  secret?: string;
  headers?: Record<string, string | undefined>;
};

/** The bytes and headers of a webhook, really signed; any header can be made wrong or left out. */
export function signed(webhook: Webhook = {}): { body: Buffer; headers: Record<string, string> } {
  const given = webhook.body ?? anOrderPayload();
  const body = Buffer.isBuffer(given)
    ? given
    : Buffer.from(typeof given === "string" ? given : JSON.stringify(given));
  const { triggeredAt = new Date() } = webhook;
  const headers: Record<string, string | undefined> = {
    "content-type": "application/json",
    "x-shopify-topic": webhook.topic ?? "orders/create",
    "x-shopify-shop-domain": webhook.shop ?? SHOP,
    "x-shopify-event-id": webhook.eventId ?? randomUUID(),
    "x-shopify-webhook-id": webhook.webhookId ?? randomUUID(),
    "x-shopify-triggered-at": typeof triggeredAt === "string" ? triggeredAt : triggeredAt.toISOString(),
    "x-shopify-hmac-sha256": createHmac("sha256", webhook.secret ?? env.SHOPIFY_API_SECRET)
      .update(body)
      .digest("base64"),
    ...webhook.headers,
  };
  const kept = Object.entries(headers).filter((one): one is [string, string] => one[1] !== undefined);
  return { body, headers: Object.fromEntries(kept) };
}

export type Door = {
  url: string;
  port: number;
  /** Posts it; answers the status. */
  post(webhook?: Webhook): Promise<number>;
  send(message: { body: Buffer; headers: Record<string, string> }): Promise<number>;
  close(): Promise<void>;
};

/** The webhook door behind a real HTTP server of its own. */
export async function openDoor(): Promise<Door> {
  const server = http.createServer((request, response) => {
    takeInWebhook(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/webhooks`;
  const agent = new http.Agent({ keepAlive: true, maxSockets: 100 });
  const send: Door["send"] = ({ body, headers }) =>
    new Promise((resolve, reject) => {
      const length = { "content-length": String(body.length) };
      const request = http.request(url, { method: "POST", agent, headers: { ...length, ...headers } });
      request.on("error", reject);
      request.on("response", (response) => {
        response.resume().on("end", () => resolve(response.statusCode ?? 0));
      });
      request.end(body);
    });
  return {
    url,
    port,
    send,
    post: (webhook) => send(signed(webhook)),
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}
