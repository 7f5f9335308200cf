import { inflateRawSync } from "node:zlib";
import { ZodError } from "zod";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { log } from "~/platform/log.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import * as store from "./store.server";

/** What a webhook of one topic means. It runs in the transaction that notes the delivery as read. */
export type Reader = (tx: ShopTx, body: unknown, delivery: { triggeredAt: Date | null }) => Promise<void>;

/** A delivery that can never be read: parked at once. The message is shown to staff. */
export class Unreadable extends NeverMind {
  override name = "Unreadable";
}

const AT_A_TIME = 25;
/** Nothing Shopify sends is larger; a body that inflates beyond is not Shopify's. */
const MOST_INFLATED = 4 * 1024 * 1024;

/**
 * Reads the shop's kept deliveries, a batch a run, so that no shop keeps the others waiting. A batch is one
 * transaction; when one delivery fails, each is read in its own, so that it fails alone.
 */
export async function readWebhooks(shop: Shop, readers: ReadonlyMap<string, Reader>): Promise<void> {
  const read = await readBatch(shop, readers).catch((error: unknown) => {
    log.debug({ error }, "a batch of webhooks failed: reading them one by one");
    return null;
  });
  const taken = read ?? (await readOneByOne(shop, readers));
  if (taken === AT_A_TIME) await shop.transact((tx) => wakeReader(tx));
}

/** Lets the shop's reader run (again), in the caller's transaction. */
export const wakeReader = (tx: ShopTx, delayMs?: number) =>
  enqueue(
    tx,
    "read-webhooks",
    {},
    delayMs === undefined
      ? { key: `read-webhooks:${tx.shopId}` }
      : { key: `read-webhooks:${tx.shopId}:${delayMs}`, delayMs },
  );

function readBatch(shop: Shop, readers: ReadonlyMap<string, Reader>): Promise<number> {
  return shop.transact(async (tx) => {
    const deliveries = await store.takeDeliveries(tx, AT_A_TIME);
    const unknown = deliveries.filter((one) => !readers.has(one.topic));
    const known = deliveries.filter((one) => readers.has(one.topic));
    for (const delivery of known) await readers.get(delivery.topic)?.(tx, parse(delivery), delivery);
    await store.noteRead(
      tx,
      known.map((one) => one.id),
      "done",
    );
    await store.noteRead(
      tx,
      unknown.map((one) => one.id),
      "unknown",
    );
    return deliveries.length;
  });
}

async function readOneByOne(shop: Shop, readers: ReadonlyMap<string, Reader>): Promise<number> {
  let taken = 0;
  for (; taken < AT_A_TIME; taken++) {
    let tried: store.KeptDelivery | undefined;
    const failure = await shop
      .transact(async (tx) => {
        [tried] = await store.takeDeliveries(tx, 1);
        if (!tried) return;
        const reader = readers.get(tried.topic);
        if (reader) await reader(tx, parse(tried), tried);
        await store.noteRead(tx, [tried.id], reader ? "done" : "unknown");
      })
      .then(
        () => null,
        (error: unknown) => ({ error }),
      );
    if (!tried) {
      if (failure) throw failure.error;
      break;
    }
    if (failure) await noteFailure(shop, tried, failure.error);
  }
  return taken;
}

async function noteFailure(shop: Shop, delivery: store.KeptDelivery, error: unknown) {
  const hopeless = error instanceof Unreadable || error instanceof ZodError;
  log.warn({ error, topic: delivery.topic, hopeless }, "a webhook could not be read");
  await shop.transact(async (tx) => {
    const pause = await store.noteFailed(tx, delivery, reasonOf(error), hopeless);
    if (pause !== null) await wakeReader(tx, pause);
  });
}

/** Why, in a sentence for staff: never with what the delivery held. */
function reasonOf(error: unknown): string {
  if (error instanceof ZodError) {
    const [issue] = error.issues;
    return `Not what this topic looks like: ${issue?.path.join(".") || "body"} (${issue?.code})`;
  }
  if (error instanceof NeverMind || error instanceof NeedsMerchant || error instanceof TryAgain)
    return error.message;
  return "It failed inside the app; the log has the place";
}

function parse(delivery: store.KeptDelivery): unknown {
  let text: string;
  try {
    text = inflateRawSync(delivery.body, { maxOutputLength: MOST_INFLATED }).toString("utf8");
    return JSON.parse(text, text.includes("\\u0000") ? refuseNul : undefined);
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable("The body is not JSON");
  }
}

/** Postgres keeps no NUL in a text, so such a body could never be written. */
function refuseNul(_key: string, value: unknown): unknown {
  if (typeof value === "string" && value.includes("\u0000"))
    throw new Unreadable("A text in the body holds a NUL character");
  return value;
}
