import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { pickLocale } from "~/platform/i18n/locales";
import { enqueueAll, PRIORITY } from "~/platform/queue/enqueue.server";
import { kindsFor } from "./registry";
import { whyNot } from "./rules";
import { addNotifications, factsToTell } from "./store.server";

/** How many messages one job sends: enough to share its reading and writing, few enough to spread. */
const SENT_TOGETHER = 50;

/**
 * Turns facts into at most one message a kind and fact: the key is the fact's own, so replays add nothing.
 * What does not go out is kept too, with its reason.
 */
export const notify = (shop: Shop, factIds: string[]): Promise<void> =>
  shop.transact(async (tx) => {
    const facts = await factsToTell(tx, factIds);
    const news = facts.flatMap((fact) => kindsFor(fact.kind).map((kind) => ({ fact, kind })));
    if (news.length === 0) return;
    const { settings, profile } = await shopFace(tx);
    const queued = await addNotifications(
      tx,
      news.map(({ fact, kind }) => ({
        key: `${kind.key}:${fact.key}`,
        kind: kind.key,
        factId: fact.id,
        orderId: fact.orderId,
        returnId: fact.returnId,
        recipient: fact.email ?? "",
        locale: pickLocale(fact.locale, profile.locale),
        dropped: whyNot(kind, settings, fact, tx.now),
      })),
    );
    await enqueueAll(
      tx,
      inParts(queued, SENT_TOGETHER).map((notificationIds) => ({
        task: "send-notification",
        payload: { notificationIds },
        priority: PRIORITY.shopper,
      })),
    );
  });

const inParts = <T>(all: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
