import { createTransport, type SendMailOptions } from "nodemailer";
import type { FreshDatabase } from "#tests/setup/database";
import { runTask } from "~/doors/job.server";
import { startConversation } from "~/features/inbox/start-conversation.server";
import { inboxTasks } from "~/features/inbox/tasks.server";
import type { Shop } from "~/platform/database/shop.server";
import type { ShopifyOrder } from "~/platform/shopify/nouns";
import { newId } from "~/values/ids";
import { anOrder, mirrored } from "./order";

/** A shopper with the code to their order writes about it. Answers the conversation's id. */
export async function aConversation(
  shop: Shop,
  { order, text = "Where is my parcel?" }: { order?: ShopifyOrder; text?: string } = {},
): Promise<{ conversationId: string; order: ShopifyOrder }> {
  const about = order ?? (await mirrored(shop, anOrder()));
  const writer = {
    customerId: null,
    pass: { orderId: about.id, level: "full" as const },
    visitor: newId(),
  };
  const written = await startConversation(shop, { orderId: about.id, text, requestKey: newId() }, writer);
  if (!written.ok) throw new Error(`Not written: ${written.refusal.code}`);
  return { conversationId: written.value.conversationId, order: about };
}

/**
 * Runs the inbox's jobs that wait for this shop, as the worker would, once each, when no answer can be taken back any
 * more. Answers how many threw.
 */
export async function runInboxJobs(db: FreshDatabase, shop: Shop): Promise<number> {
  await db.owner.query(`update message set "sendAfter" = null where "shopId" = $1`, [shop.id]);
  const { rows: facts } = await db.owner.query<{ id: string }>(
    `select f.id from fact f join message m on m."shopId" = f."shopId" and m.id = f.data->>'messageId'
     where f."shopId" = $1 and f.kind = 'message.written' and m.state = 'queued' order by f.at`,
    [shop.id],
  );
  const { rows: mails } = await db.owner.query<{ id: string }>(
    `select id from inbound_mail where "shopId" = $1 and state = 'received' order by "receivedAt"`,
    [shop.id],
  );
  const jobs = [
    ...facts.map(({ id }) => ["send-message", { factId: id }] as const),
    ...mails.map(({ id }) => ["read-mail", { inboundMailId: id }] as const),
  ];
  let failed = 0;
  for (const [name, payload] of jobs) await runInboxJob(shop, name, payload).catch(() => failed++);
  return failed;
}

/** Runs one of the inbox's jobs through the job door. */
export async function runInboxJob(shop: Shop, name: string, payload: Record<string, unknown>): Promise<void> {
  const task = inboxTasks.find((one) => one.name === name);
  if (!task) throw new Error(`No such task: ${name}`);
  await runTask(task, { ...payload, shopId: shop.id }, "1");
}

/** Sends a mail from outside to the app's mail door, as any mail program would. */
export async function mailTo(port: number, mail: SendMailOptions): Promise<{ response: string }> {
  const transport = createTransport({ host: "127.0.0.1", port, secure: false, ignoreTLS: true });
  try {
    return await transport.sendMail(mail);
  } finally {
    transport.close();
  }
}
