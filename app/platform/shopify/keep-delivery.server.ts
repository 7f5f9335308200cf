import { type Delivery, receiveWebhooks } from "~/platform/database/receive-webhooks.server";
import { log } from "~/platform/log.server";

type Waiting = { delivery: Delivery; kept: () => void; failed: (error: unknown) => void };

/** Deliveries that wait for the next commit. While one batch is being written, the next one gathers. */
let waiting: Waiting[] = [];
let writing = 0;
const WRITERS = 2;
const MOST_IN_BATCH = 200;

/** Keeps a delivery durably; resolves after the commit. Copies of a kept one change nothing. */
export function keepDelivery(delivery: Delivery): Promise<void> {
  return new Promise((kept, failed) => {
    waiting.push({ delivery, kept, failed });
    writeNext();
  });
}

function writeNext() {
  if (writing >= WRITERS || waiting.length === 0) return;
  const batch = waiting.slice(0, MOST_IN_BATCH);
  waiting = waiting.slice(MOST_IN_BATCH);
  writing++;
  receiveWebhooks(batch.map((one) => one.delivery))
    .then(
      () => {
        for (const one of batch) one.kept();
      },
      (error: unknown) => {
        log.error({ error, deliveries: batch.length }, "could not keep webhooks");
        for (const one of batch) one.failed(error);
      },
    )
    .finally(() => {
      writing--;
      writeNext();
    });
}
