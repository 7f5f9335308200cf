import { z } from "zod";
import { eraseDeliveries } from "~/features/connection/erase-deliveries.server";
import { type Counts, PRIVACY_TOPICS, type PrivacyTopic, privacyBody } from "~/features/customers/schema";
import * as requests from "~/features/customers/store.server";
import { exportConversations, forgetConversations } from "~/features/inbox/privacy.server";
import { eraseRecipients, exportNotifications } from "~/features/notifications/privacy-store.server";
import { eraseSuppressions, exportSuppressions } from "~/features/notifications/suppression-store.server";
import { eraseConsents, exportConsents } from "~/features/notifications/text-store.server";
import {
  eraseOrders,
  exportOrders,
  type FoundPerson,
  findPerson,
  type NamedPerson,
} from "~/features/orders/privacy-store.server";
import { exportReturns, forgetReturns } from "~/features/returns/privacy-store.server";
import { eraseRegistration, eraseShopRows } from "~/platform/database/erase-shop.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { isInstalled } from "~/platform/database/shops.server";
import { deleteFiles, putFile } from "~/platform/files/files.server";
import { NeedsMerchant, NeverMind } from "~/platform/queue/failures";
import { defineTask } from "~/platform/queue/task.server";
import { keyedDigest } from "~/platform/secrets.server";
import { sessionStorage } from "~/platform/shopify/session-storage.server";
import { fetchShopProfile } from "~/platform/shopify/shop.server";

const schema = z.object({ topic: z.enum(PRIVACY_TOPICS), body: z.record(z.string(), z.unknown()) });

/** Does what Shopify asks under privacy law, whether or not the shop still has the app. */
export const privacyTask = defineTask({
  name: "privacy-request",
  schema,
  evenUninstalled: true,
  run: async (shop, { topic, body }) => {
    if (body.shop_domain !== shop.id) throw new NeverMind("The request names another shop");
    const id = keyedDigest("privacy request", JSON.stringify([topic, body])).slice(0, 32);
    await shop.transact((tx) => requests.noteRequest(tx, id, topic));
    await DO[topic](shop, id, body);
  },
});

const DO: Record<PrivacyTopic, (shop: Shop, id: string, body: unknown) => Promise<void>> = {
  data_request: gather,
  redact_customer: forgetCustomer,
  redact_shop: forgetShop,
};

/** Gathers all we hold of a shopper into files that the merchant downloads. Asked again, it stays as it is. */
async function gather(shop: Shop, id: string, body: unknown): Promise<void> {
  const { customer, orders_requested } = privacyBody.data_request.parse(body);
  await shop.transact(async (tx) => {
    if (await requests.receiptOf(tx, id)) return;
    const person = await findPerson(tx, named(customer, orders_requested));
    const { mails, ...conversations } = await conversationsOf(tx, person);
    const orders = await exportOrders(tx, person);
    const { photos, ...aboutReturns } = await exportReturns(tx, person);
    const messages = await exportNotifications(tx, person);
    const notWrittenTo = await exportSuppressions(tx, person.emailKeys);
    const consents = await exportConsents(tx, person.phones);
    const all = {
      gatheredAt: tx.now,
      ...orders,
      aboutReturns,
      notifications: messages,
      notWrittenTo,
      consents,
      ...conversations,
    };
    const files = [
      await keep(tx, `shopper-${customer.id ?? "guest"}.json`, Buffer.from(JSON.stringify(all, plain, 2))),
    ];
    for (const [at, mail] of mails.entries())
      files.push(await keep(tx, `mail-${at + 1}.eml`, Buffer.from(mail.rawBase64, "base64")));
    for (const [at, { name, bytes }] of photos.entries())
      files.push(await keep(tx, `return-photo-${at + 1}-${name}`, bytes));
    const counts = {
      customers: orders.customers.length,
      orders: orders.orders.length,
      returns: orders.orders.reduce((sum, order) => sum + order.returns.length, 0),
      conversations: conversations.conversations.length,
      mails: mails.length,
      notifications: messages.length,
      lookups: orders.lookups.length,
    };
    await requests.completeRequest(tx, id, { customerId: customer.id, counts, files, skipped: null });
  });
}

async function keep(tx: ShopTx, name: string, bytes: Uint8Array) {
  const id = await putFile(tx, { name, contentType: "application/octet-stream", bytes });
  return { id, name, size: bytes.length };
}

/** JSON knows no bigint; a shop's own id on every row says nothing of the shopper. */
const plain = (name: string, value: unknown) =>
  name === "shopId" ? undefined : typeof value === "bigint" ? value.toString() : value;

const named = (
  customer: { id: string | null; email: string | null; phone: string | null },
  orderIds: string[],
): NamedPerson => ({ customerId: customer.id, email: customer.email, phone: customer.phone, orderIds });

/** A person's conversations under each of their addresses, and about each of their orders, once each. */
async function conversationsOf(tx: ShopTx, person: FoundPerson) {
  const asked = person.emailKeys.length > 0 ? person.emailKeys : [null];
  const found = [];
  for (const emailKey of asked) found.push(await exportConversations(tx, { ...person, emailKey }));
  return {
    conversations: once(found.flatMap((one) => one.conversations)),
    photos: once(found.flatMap((one) => one.photos)),
    enclosures: once(found.flatMap((one) => one.enclosures)),
    messagesElsewhere: once(found.flatMap((one) => one.messagesElsewhere)),
    mails: once(found.flatMap((one) => one.mails)),
    recommendations: once(found.flatMap((one) => one.recommendations)),
  };
}

const once = <T extends { id: string }>(rows: T[]): T[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];

/** Erases what we hold of a shopper everywhere; ids, dates and amounts stay for the books. */
async function forgetCustomer(shop: Shop, id: string, body: unknown): Promise<void> {
  const { customer, orders_to_redact } = privacyBody.redact_customer.parse(body);
  const person = await shop.transact((tx) => findPerson(tx, named(customer, orders_to_redact)));
  // Raw bodies first: once the rows are blank, a second try would not know all of the person's addresses.
  const webhooks = await eraseDeliveries(shop, {
    emailKeys: person.emailKeys,
    phones: person.phones,
    ids: [...person.customerIds, ...person.orderIds],
  });
  await shop.transact(async (tx) => {
    const erased: Counts = { webhooks };
    const add = (counts: Counts) => {
      for (const [what, count] of Object.entries(counts)) erased[what] = (erased[what] ?? 0) + count;
    };
    for (const emailKey of person.emailKeys.length > 0 ? person.emailKeys : [null])
      add(await forgetConversations(tx, { ...person, emailKey }));
    add(await forgetReturns(tx, person));
    add({ notifications: await eraseRecipients(tx, person) });
    add({ suppressions: await eraseSuppressions(tx, person.emailKeys) });
    add({ consents: await eraseConsents(tx, person.phones) });
    add(await eraseOrders(tx, person));
    if (customer.id) add({ files: await deleteFiles(tx, await requests.takeGatheredFiles(tx, customer.id)) });
    const before = await requests.receiptOf(tx, id);
    add(before?.counts ?? {});
    await requests.completeRequest(tx, id, {
      customerId: customer.id,
      counts: erased,
      files: [],
      skipped: null,
    });
  });
}

/**
 * Erases everything of a shop that has removed us. A shop that installed us again meanwhile keeps its data;
 * since the news of a removal may never have come, Shopify itself is asked whether our access still holds.
 */
async function forgetShop(shop: Shop, id: string, body: unknown): Promise<void> {
  privacyBody.redact_shop.parse(body);
  if ((await isInstalled(shop.id)) && (await stillLetsUsIn(shop))) {
    const skipped = { customerId: null, counts: {}, files: [], skipped: "installedAgain" as const };
    await shop.transact((tx) => requests.completeRequest(tx, id, skipped));
    return;
  }
  await sessionStorage.forgetShop(shop.id);
  await eraseRegistration(shop);
  const counts = await eraseShopRows(shop);
  await shop.transact(async (tx) => {
    const before = (await requests.receiptOf(tx, id))?.counts ?? {};
    for (const [table, rows] of Object.entries(before)) counts[table] = (counts[table] ?? 0) + rows;
    await requests.completeRequest(tx, id, { customerId: null, counts, files: [], skipped: null });
  });
}

const stillLetsUsIn = (shop: Shop): Promise<boolean> =>
  fetchShopProfile(shop.id).then(
    () => true,
    (error: unknown) => {
      if (error instanceof NeedsMerchant || error instanceof NeverMind) return false;
      throw error;
    },
  );
