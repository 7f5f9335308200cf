import { z } from "zod";
import { webhookRetention } from "~/features/connection/retention-store.server";
import {
  forgetSweeps,
  gatheredRetention,
  noteSwept,
  readingRetention,
} from "~/features/customers/retention-store.server";
import { runRetention } from "~/features/inbox/automation-retention-store.server";
import { draftRetention } from "~/features/inbox/draft-retention-store.server";
import { importRetention } from "~/features/inbox/import/retention-store.server";
import { conversationRetention, fileRetention, mailRetention } from "~/features/inbox/retention-store.server";
import { recommendationRetention } from "~/features/inbox/surveys/recommendation-store.server";
import { addressRetention } from "~/features/notifications/retention-store.server";
import { lookupRetention } from "~/features/orders/look-up-store.server";
import { actionRetention } from "~/features/returns/action-retention-store.server";
import { shopFace } from "~/features/settings/queries.server";
import { olderThan, RETENTION_CLASSES, type RetentionClass } from "~/features/settings/retention";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { defineTask } from "~/platform/queue/task.server";

type Sweep = {
  /** lets go of at most so many that came before a time, the oldest first; answers how many */
  sweep(tx: ShopTx, before: Date, most: number): Promise<number>;
  /** how many there are, counted to `most` */
  due(tx: ShopTx, before: Date, most: number): Promise<number>;
};

/** Who lets go of which class (features/settings/retention.ts). */
const SWEEPS: Record<RetentionClass, Sweep> = {
  webhookBodies: webhookRetention,
  rawMails: mailRetention,
  photos: fileRetention,
  conversations: conversationRetention,
  recommendations: recommendationRetention,
  drafts: draftRetention,
  automationRuns: runRetention,
  orderActions: actionRetention,
  lookups: lookupRetention,
  notificationAddresses: addressRetention,
  gatheredFiles: gatheredRetention,
  importFiles: importRetention,
  readings: readingRetention,
};

/** A batch is one short transaction. */
const A_BATCH = 200;
/** So many batches of a class a night; what is left goes the next one. */
const MOST_BATCHES = 500;
const WEEK_DAYS = 7;
/** Counted no further: more is only said to be more. */
const MOST_DUE = 1_000;
const SWEEPS_KEPT_DAYS = 365;

/** Lets go of what is older than the shop keeps it, class by class, and notes what went and what will within a week. */
export async function sweepRetention(shop: Shop): Promise<void> {
  const { settings } = await shop.transact(shopFace);
  for (const name of RETENTION_CLASSES) {
    const days = settings.retention[name];
    if (days !== null) await sweepClass(shop, name, days);
  }
  await shop.transact((tx) => forgetSweeps(tx, olderThan(SWEEPS_KEPT_DAYS, tx.now)));
}

async function sweepClass(shop: Shop, name: RetentionClass, days: number): Promise<void> {
  const before = olderThan(days, shop.now());
  let removed = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const gone = await shop.transact((tx) => SWEEPS[name].sweep(tx, before, A_BATCH));
    removed += gone;
    if (gone < A_BATCH) break;
  }
  await shop.transact(async (tx) => {
    const soon = olderThan(Math.max(0, days - WEEK_DAYS), tx.now);
    const dueSoon = await SWEEPS[name].due(tx, soon, MOST_DUE);
    await noteSwept(tx, { class: name, olderThan: before, removed, dueSoon });
  });
}

export const retentionTask = defineTask({
  name: "sweep-retention",
  schema: z.object({}),
  run: (shop) => sweepRetention(shop),
});
