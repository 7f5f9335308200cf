import type { IncomingMessage, ServerResponse } from "node:http";
import { deflateRawSync } from "node:zlib";
import { isSignedByShopify } from "~/platform/shopify/app.server";
import { keepDelivery } from "~/platform/shopify/keep-delivery.server";
import { readShopId } from "~/values/ids";

/** Where Shopify sends every webhook. */
export const WEBHOOK_PATH = "/webhooks";
/** Shopify's own bodies stay well below; a larger one is refused before it is read. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * Takes in one webhook ahead of everything else: the signature is checked over the raw bytes, the delivery
 * is kept for good, and only then is it answered with 200. What it means is the worker's business.
 * Answers 401 for a wrong signature, 413 for too large, 503 when it could not be kept (Shopify tries again).
 */
export async function takeInWebhook(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = (status: number) => {
    // What was not read is not read now either: the connection ends with the answer.
    const unread = request.complete ? {} : { connection: "close" };
    response.writeHead(status, { "content-length": "0", ...unread });
    response.end();
  };
  if (request.method !== "POST") return answer(405);
  if (Number(request.headers["content-length"] ?? 0) > MOST_BYTES) return answer(413);
  const signature = header(request, "x-shopify-hmac-sha256");
  if (!signature) return answer(401);
  const body = await readBody(request);
  if (!body) return answer(413);
  if (!isSignedByShopify(body, signature)) return answer(401);
  const shopId = readShopId(header(request, "x-shopify-shop-domain"));
  const topic = header(request, "x-shopify-topic");
  if (!shopId || !topic) return answer(401);
  const webhookId = header(request, "x-shopify-webhook-id");
  const event = header(request, "x-shopify-event-id") || webhookId;
  try {
    await keepDelivery({
      shopId,
      id: `${event.slice(0, 100)}/${topic.slice(0, 100)}/${digestOf(signature)}`,
      topic: topic.slice(0, 100),
      webhookId: webhookId.slice(0, 100),
      triggeredAt: readTime(header(request, "x-shopify-triggered-at")),
      body: deflateRawSync(body, { level: 1 }),
    });
    answer(200);
  } catch {
    answer(503); // keepDelivery has logged why; Shopify sends it again
  }
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/** 132 bits of the checked signature: with event and topic they tell a copy from another part of one event. */
const digestOf = (signature: string) => Buffer.from(signature, "base64").toString("base64url").slice(0, 22);

/** When it happened, by Shopify's word; null for what cannot be a time of ours (the header is not signed). */
function readTime(text: string): Date | null {
  const time = Date.parse(text);
  return time > Date.UTC(2000) && time < Date.UTC(2100) ? new Date(time) : null;
}

/** The raw body, or null as soon as it grows beyond the limit; then the rest is not read. */
function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_BYTES) {
        request.pause();
        resolve(null);
      } else chunks.push(chunk);
    });
    request.on("end", () =>
      resolve(chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks)),
    );
    request.on("error", reject);
    request.on("aborted", () => reject(new Error("The sender hung up")));
  });
}
