import { expect, it } from "vitest";
import { interpret, subscribersOf } from "./app-config";
import { readToml } from "./toml";
import { includeFields } from "./webhooks/include-fields";

const text = `
client_id = "" # none yet
embedded = true
[access_scopes]
scopes = "read_orders, write_returns"
optional_scopes = [
  "write_gift_cards", # with a comment
  "write_files"
]
[app_proxy]
url = "https://app.example.com/proxy"
prefix = "apps"
subpath = "aftercare"
[webhooks]
api_version = "2026-07"
  [[webhooks.subscriptions]]
  name = "orders"
  topics = ["orders/create", "orders/updated"]
  uri = "/webhooks"
  include_fields = ["id", "customer.id"]
  [[webhooks.subscriptions]]
  compliance_topics = ["shop/redact"]
  uri = "/webhooks"
`;

it("reads what the app told Shopify about itself", () => {
  const config = interpret(readToml(text));
  expect(config).toMatchObject({
    webhookApiVersion: "2026-07",
    scopes: ["read_orders", "write_returns"],
    optionalScopes: ["write_gift_cards", "write_files"],
    proxyPrefix: "/apps/aftercare",
    proxyPath: "/proxy",
  });
  expect(subscribersOf(config, "orders/updated").map((one) => one.name)).toEqual(["orders"]);
  expect(subscribersOf(config, "shop/redact")).toHaveLength(1);
  expect(subscribersOf(config, "products/update")).toHaveLength(0);
});

it("refuses what it does not understand", () => {
  expect(() => readToml("key = 2026-01-01T00:00:00Z")).toThrow(/Not a TOML value/);
  expect(() => readToml("just words")).toThrow(/Not understood/);
  expect(() => readToml('list = ["a"')).toThrow(/Unclosed/);
});

it("keeps the fields a subscription names, and no others", () => {
  const payload = { id: 1, name: "#1", customer: { id: 7, email: "x" }, lines: [{ id: 1, sku: "a" }] };
  expect(includeFields(payload, ["id", "customer.id", "lines.id", "absent"])).toEqual({
    id: 1,
    customer: { id: 7 },
    lines: [{ id: 1 }],
  });
});
