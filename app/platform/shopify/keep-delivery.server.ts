import { type Delivery, receiveWebhooks } from "~/platform/database/receive-webhooks.server";
import { log, SafeError } from "~/platform/log.server";

type Waiting = {
  delivery: Delivery;
  /** nobody waits for its answer any more: Shopify will send it again */
  late: boolean;
  settle: (failure: unknown) => void;
};

/** Deliveries that wait for the next commit. While one batch is being written, the next one gathers. */
let waiting: Waiting[] = [];
let writing = 0;
const WRITERS = 2;
const MOST_IN_BATCH = 200;
/** Shopify waits five seconds for the answer: a database that hangs must not make it wait longer. */
const PATIENCE_MS = 4_000;

/**
 * Keeps a delivery durably; resolves after the commit. Copies of a kept one change nothing. Rejects when it
 * could not be kept, at the latest after four seconds.
 */
export function keepDelivery(delivery: Delivery): Promise<void> {
  return new Promise((resolve, reject) => {
    const one: Waiting = {
      delivery,
      late: false,
      settle: (failure) => {
        clearTimeout(patience);
        failure === null ? resolve() : reject(failure);
      },
    };
    const patience = setTimeout(() => {
      one.late = true;
      reject(new SafeError("The database did not answer in time"));
    }, PATIENCE_MS);
    waiting.push(one);
    writeNext();
  });
}

function writeNext() {
  if (writing >= WRITERS) return;
  const batch = waiting.slice(0, MOST_IN_BATCH).filter((one) => !one.late);
  waiting = waiting.slice(MOST_IN_BATCH);
  if (batch.length === 0) {
    if (waiting.length > 0) writeNext();
    return;
  }
  writing++;
  write(batch).finally(() => {
    writing--;
    writeNext();
  });
}

async function write(batch: Waiting[]): Promise<void> {
  try {
    await receiveWebhooks(batch.map((one) => one.delivery));
    for (const one of batch) one.settle(null);
  } catch (error) {
    log.error({ error, deliveries: batch.length }, "could not keep webhooks");
    if (batch.length > 1 && isAboutData(error)) {
      // One delivery that Postgres does not take must not refuse those that came beside it.
      for (const one of batch) await write([one]);
    } else for (const one of batch) one.settle(error);
  }
}

/** Postgres' classes 22 and 23: what was given is at fault, not the connection. */
const isAboutData = (error: unknown) => /^2[23]/.test(String((error as { code?: unknown } | null)?.code));
