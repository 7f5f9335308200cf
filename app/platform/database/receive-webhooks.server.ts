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

/** Keeps a batch of deliveries of any shops and wakes their readers, in one commit. Copies change nothing. */
export async function receiveWebhooks(batch: Delivery[]): Promise<void> {
  await database().pool.query({
    name: "receive-webhooks",
    text: "select receive_webhooks($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::bytea[])",
    values: [
      batch.map((one) => one.shopId),
      batch.map((one) => one.id),
      batch.map((one) => one.topic),
      batch.map((one) => one.webhookId),
      batch.map((one) => one.triggeredAt),
      batch.map((one) => one.body),
    ],
  });
}
