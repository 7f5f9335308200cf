import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readToml, type TomlTable, type TomlValue } from "./toml";

/** One entry under `[[webhooks.subscriptions]]`. */
export interface Subscription {
  name: string | undefined;
  topics: string[];
  complianceTopics: string[];
  includeFields: string[] | undefined;
  uri: string;
}

/** What the app told Shopify about itself in `shopify.app.toml`. */
export interface AppConfig {
  webhookApiVersion: string;
  subscriptions: Subscription[];
  scopes: string[];
  optionalScopes: string[];
  /** `/apps/aftercare` */
  proxyPrefix: string;
  /** `/proxy` */
  proxyPath: string;
}

/** A store whose app has no configuration hears every topic. */
const everything: AppConfig = {
  webhookApiVersion: "2026-07",
  subscriptions: [
    { name: undefined, topics: ["*"], complianceTopics: ["*"], includeFields: undefined, uri: "/webhooks" },
  ],
  scopes: ["read_all_orders", "write_orders", "write_returns", "read_customers"],
  optionalScopes: [],
  proxyPrefix: "/apps/aftercare",
  proxyPath: "/proxy",
};

export function readAppConfig(projectDirectory: string): AppConfig {
  const file = join(projectDirectory, "shopify.app.toml");
  if (!existsSync(file)) return everything;
  return interpret(readToml(readFileSync(file, "utf8")));
}

export function interpret(toml: TomlTable): AppConfig {
  const webhooks = table(toml.webhooks);
  const access = table(toml.access_scopes);
  const proxy = table(toml.app_proxy);
  const entries = Array.isArray(webhooks.subscriptions) ? webhooks.subscriptions.map(table) : undefined;
  return {
    webhookApiVersion: text(webhooks.api_version) ?? everything.webhookApiVersion,
    subscriptions: entries?.map(subscription) ?? everything.subscriptions,
    scopes:
      text(access.scopes)
        ?.split(",")
        .map((scope) => scope.trim())
        .filter(Boolean) ?? everything.scopes,
    optionalScopes: list(access.optional_scopes) ?? [],
    proxyPrefix: `/${text(proxy.prefix) ?? "apps"}/${text(proxy.subpath) ?? "aftercare"}`,
    proxyPath: pathOf(text(proxy.url) ?? everything.proxyPath),
  };
}

const subscription = (entry: TomlTable): Subscription => ({
  name: text(entry.name),
  topics: list(entry.topics) ?? [],
  complianceTopics: list(entry.compliance_topics) ?? [],
  includeFields: list(entry.include_fields),
  uri: text(entry.uri) ?? "/webhooks",
});

/** The subscriptions that hear a topic. */
export function subscribersOf(config: AppConfig, topic: string): Subscription[] {
  return config.subscriptions.filter((one) =>
    [...one.topics, ...one.complianceTopics].some((wanted) => wanted === "*" || wanted === topic),
  );
}

const table = (value: TomlValue | undefined): TomlTable =>
  typeof value === "object" && !Array.isArray(value) ? value : {};
const text = (value: TomlValue | undefined) => (typeof value === "string" ? value : undefined);
const list = (value: TomlValue | undefined) =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : undefined;
/** A configured address may name the production host; only its path matters here. */
const pathOf = (address: string) => new URL(address, "http://app.invalid").pathname.replace(/\/+$/, "");
