import { createHmac } from "node:crypto";
import type { Attempt, Delivery } from "./delivery";

/** Shopify gives the app five seconds for the whole answer. */
const PATIENCE_MS = 5_000;

export const webhookSignature = (body: string, secret: string): string =>
  createHmac("sha256", secret).update(body, "utf8").digest("base64");

export function webhookHeaders(delivery: Delivery, secret: string): Record<string, string> {
  return {
    "content-type": "application/json",
    "user-agent": "Shopify-Captain-Hook",
    "x-shopify-topic": delivery.topic,
    "x-shopify-hmac-sha256": webhookSignature(delivery.body, secret),
    "x-shopify-shop-domain": delivery.shop,
    "x-shopify-api-version": delivery.apiVersion,
    "x-shopify-webhook-id": delivery.id,
    "x-shopify-event-id": delivery.eventId,
    "x-shopify-triggered-at": delivery.triggeredAt.toISOString(),
    ...(delivery.subscription ? { "x-shopify-name": delivery.subscription } : {}),
  };
}

export async function send(delivery: Delivery, appUrl: string, secret: string, at: Date): Promise<Attempt> {
  const started = performance.now();
  const ended = (status: number | undefined, error?: string): Attempt => ({
    at,
    status,
    error,
    ms: Math.round(performance.now() - started),
  });
  try {
    const answer = await fetch(new URL(delivery.uri, appUrl), {
      method: "POST",
      headers: webhookHeaders(delivery, secret),
      body: delivery.body,
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await answer.arrayBuffer();
    return ended(answer.status);
  } catch (error) {
    return ended(undefined, reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "no answer within 5 s";
  const cause = error.cause;
  return cause instanceof Error && "code" in cause ? String(cause.code) : error.message;
}
