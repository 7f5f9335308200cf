import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { log } from "~/platform/log.server";
import type { ShopId } from "~/values/ids";
import { database } from "./database.server";
import type { ShopTx } from "./shop.server";

const CHANNEL = "aftercare_changes";

/** What changed, for screens that show it: no content, they ask for that themselves. */
export type Change = { kind: "conversation"; id: string };

/** Something was missed, and everything may have changed. */
export type Missed = { kind: "missed" };

/** Tells every web process of a change, when (and only when) the transaction commits. */
export async function tellChange(tx: ShopTx, change: Change): Promise<void> {
  const payload = JSON.stringify([tx.shopId, change.kind, change.id]);
  await tx.db.$executeRaw`select pg_notify(${CHANNEL}, ${payload})`;
}

const changes = new EventEmitter().setMaxListeners(0);
const everybody = Symbol("every shop");
let listening: { stop(): void } | null = null;

/**
 * Calls `listener` at every change of the shop, told by whatever process. One connection of this process listens
 * for all; while it is lost, changes are missed, and that is told once it is back. Answers how to stop.
 */
export function onChange(shopId: ShopId, listener: (change: Change | Missed) => void): () => void {
  listening ??= listen(database().pool.options.connectionString ?? "");
  changes.on(shopId, listener);
  changes.on(everybody, listener);
  return () => {
    changes.off(shopId, listener);
    changes.off(everybody, listener);
    if (changes.listenerCount(everybody) > 0) return;
    listening?.stop();
    listening = null;
  };
}

function listen(connectionString: string): { stop(): void } {
  const stopping = new AbortController();
  void keepListening(connectionString, stopping.signal);
  return { stop: () => stopping.abort() };
}

const SOON_MS = 500;
const LATEST_MS = 10_000;

async function keepListening(connectionString: string, signal: AbortSignal): Promise<void> {
  for (let waitMs = SOON_MS; !signal.aborted; waitMs = Math.min(LATEST_MS, waitMs * 2)) {
    try {
      await listenOnce(connectionString, signal, () => {
        waitMs = SOON_MS;
        changes.emit(everybody, { kind: "missed" } satisfies Missed);
      });
    } catch (error) {
      log.warn({ error }, "changes are not heard for a while");
    }
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Listens until the connection is lost or nobody wants to hear any more. */
async function listenOnce(connectionString: string, signal: AbortSignal, onReady: () => void): Promise<void> {
  const client = new pg.Client({
    connectionString,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: 10_000,
    application_name: "aftercare changes",
  });
  const ended = new Promise<void>((resolve) => {
    client.once("end", resolve);
    client.on("error", () => resolve());
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  client.on("notification", ({ payload }) => pass(payload ?? ""));
  try {
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    onReady();
    await ended;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A payload that is not one of ours says nothing. */
function pass(payload: string): void {
  try {
    const [shopId, kind, id] = JSON.parse(payload) as unknown[];
    if (typeof shopId === "string" && kind === "conversation" && typeof id === "string")
      changes.emit(shopId, { kind, id } satisfies Change);
  } catch {
    log.debug("a notice of a change could not be read");
  }
}
