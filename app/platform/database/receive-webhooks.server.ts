import type { QueryConfig } from "pg";
import type { ShopId } from "~/values/ids";
import { database } from "./database.server";

/** A webhook as it came, its signature already checked. The id is the same for every copy of it. */
export type Delivery = {
  shopId: ShopId;
  id: string;
  topic: string;
  webhookId: string;
  triggeredAt: Date | null;
  /** raw body, deflated */
  body: Buffer;
};

/** A connection that hangs (a network cut, a stopped server) is given up, so that the next batch gets another. */
const TIMEOUT_MS = 4_000;

/** Keeps a batch of deliveries of any shops and wakes their readers, in one commit. Copies change nothing. */
export async function receiveWebhooks(batch: Delivery[]): Promise<void> {
  // Bodies go in one buffer, which pg sends as it is; an array of buffers it would write out as text.
  let end = 0;
  const starts = batch.map(({ body }) => {
    end += body.length;
    return end - body.length;
  });
  // pg takes a time limit for one query, though its types do not say so
  await database().pool.query({
    query_timeout: TIMEOUT_MS,
    name: "receive-webhooks",
    text: "select receive_webhooks($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::int[], $7::int[], $8::bytea)",
    values: [
      batch.map((one) => one.shopId),
      batch.map((one) => one.id),
      batch.map((one) => one.topic),
      batch.map((one) => one.webhookId),
      batch.map((one) => one.triggeredAt),
      starts,
      batch.map((one) => one.body.length),
      Buffer.concat(batch.map((one) => one.body)),
    ],
  } as QueryConfig);
}

/**
 * For a shop's reader, before it reads: waits (milliseconds) until whoever found its job still waiting, and so
 * did not wake it again, has committed. Their webhooks are then there to be read.
 */
export async function untilReceived(shopId: ShopId): Promise<void> {
  await database().pool.query({
    name: "until-received",
    text: "select pg_advisory_xact_lock(hashtextextended('read-webhooks:' || $1, 0))",
    values: [shopId],
  });
}
