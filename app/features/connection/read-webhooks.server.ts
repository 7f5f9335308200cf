import { inflateRawSync } from "node:zlib";
import { ZodError } from "zod";
import { untilReceived } from "~/platform/database/receive-webhooks.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { isInstalled } from "~/platform/database/shops.server";
import { log } from "~/platform/log.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import * as store from "./store.server";

/** What a webhook of one topic means. It runs in the transaction that notes the delivery as read. */
export type Reader = {
  read(tx: ShopTx, body: unknown, delivery: { id: string; triggeredAt: Date | null }): Promise<void>;
  /** the same for all of a batch, where that is less work than one by one */
  readAll?(tx: ShopTx, opened: Opened[]): Promise<void>;
  /** also for a shop that has removed the app: its removal itself, and the privacy topics */
  evenUninstalled?: boolean;
};
export type Opened = { body: unknown; triggeredAt: Date | null };
type Readers = ReadonlyMap<string, Reader>;

/** A delivery that can never be read: parked at once. The message is shown to staff. */
export class Unreadable extends NeverMind {
  override name = "Unreadable";
}

const AT_A_TIME = 100;
/** Nothing Shopify sends is larger; a body that inflates beyond is not Shopify's. */
const MOST_INFLATED = 4 * 1024 * 1024;

/**
 * Reads the shop's kept deliveries, a batch a run, so that no shop keeps the others waiting. A batch is one
 * transaction; when one delivery fails, each is read in its own, so that it fails alone.
 */
export async function readWebhooks(shop: Shop, readers: Readers): Promise<void> {
  await untilReceived(shop.id);
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

async function readBatch(shop: Shop, readers: Readers): Promise<number> {
  const installed = await isInstalled(shop.id);
  return shop.transact(async (tx) => {
    const deliveries = await store.takeDeliveries(tx, AT_A_TIME);
    const ended: Record<store.End, string[]> = { done: [], unknown: [], gone: [] };
    const together = new Map<NonNullable<Reader["readAll"]>, Opened[]>();
    for (const delivery of deliveries) {
      const reader = readers.get(delivery.topic);
      const end = endOf(reader, installed);
      ended[end].push(delivery.id);
      if (!reader || end !== "done") continue;
      if (reader.readAll)
        together.set(reader.readAll, [...(together.get(reader.readAll) ?? []), opened(delivery)]);
      else await reader.read(tx, parse(delivery), delivery);
    }
    for (const [readAll, all] of together) await readAll(tx, all);
    for (const end of ["done", "unknown", "gone"] as const) await store.noteRead(tx, ended[end], end);
    return deliveries.length;
  });
}

/** A webhook that comes for a shop that is gone must not bring its data back. */
function endOf(reader: Reader | undefined, installed: boolean): store.End {
  if (!reader) return "unknown";
  return installed || reader.evenUninstalled ? "done" : "gone";
}

const opened = (delivery: store.KeptDelivery): Opened => ({
  body: parse(delivery),
  triggeredAt: delivery.triggeredAt,
});

async function readOne(
  tx: ShopTx,
  delivery: store.KeptDelivery,
  readers: Readers,
  installed: boolean,
): Promise<store.End> {
  const reader = readers.get(delivery.topic);
  const end = endOf(reader, installed);
  if (end === "done") await reader?.read(tx, parse(delivery), delivery);
  return end;
}

async function readOneByOne(shop: Shop, readers: Readers): Promise<number> {
  const installed = await isInstalled(shop.id);
  let taken = 0;
  for (; taken < AT_A_TIME; taken++) {
    let tried: store.KeptDelivery | undefined;
    const failure = await shop
      .transact(async (tx) => {
        [tried] = await store.takeDeliveries(tx, 1);
        if (tried) await store.noteRead(tx, [tried.id], await readOne(tx, tried, readers, installed));
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
  const hopeless = error instanceof NeverMind || error instanceof ZodError;
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
  try {
    const deflated = Buffer.from(delivery.body, "base64");
    const text = inflateRawSync(deflated, { maxOutputLength: MOST_INFLATED }).toString("utf8");
    return JSON.parse(text, UNKEEPABLE.test(text) ? keepable : undefined);
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable("The body is not JSON");
  }
}

/** Escapes that JSON allows and Postgres does not keep: NUL, and halves of a surrogate pair. */
const UNKEEPABLE = /\\u(?:0000|[dD][89a-fA-F])/;

function keepable(_key: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (value.includes("\u0000")) throw new Unreadable("A text in the body holds a NUL character");
  return value.replace(/\p{Cs}/gu, "\ufffd");
}
