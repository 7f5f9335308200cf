import { createHmac } from "node:crypto";

/** Shopify's app proxy signature: `key=value` sorted by key, nothing in between, repeated values joined by commas. */
export function proxySignature(parameters: URLSearchParams, secret: string): string {
  const values = new Map<string, string[]>();
  for (const [key, value] of parameters) {
    if (key !== "signature") values.set(key, [...(values.get(key) ?? []), value]);
  }
  const message = [...values.keys()]
    .sort()
    .map((key) => `${key}=${values.get(key)?.join(",") ?? ""}`)
    .join("");
  return createHmac("sha256", secret).update(message).digest("hex");
}

export interface ProxyVisit {
  shop: string;
  prefix: string;
  customerId: string | undefined;
  /** Seconds; now unless told. */
  timestamp?: number;
}

/** The query Shopify puts on a request it forwards, the visitor's own parameters first. */
export function signedProxyQuery(
  visitors: URLSearchParams,
  visit: ProxyVisit,
  secret: string,
): URLSearchParams {
  const query = new URLSearchParams(visitors);
  query.append("shop", visit.shop);
  query.append("logged_in_customer_id", visit.customerId ?? "");
  query.append("path_prefix", visit.prefix);
  query.append("timestamp", String(visit.timestamp ?? Math.floor(Date.now() / 1000)));
  query.append("signature", proxySignature(query, secret));
  return query;
}
