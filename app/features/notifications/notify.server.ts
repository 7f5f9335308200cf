import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { pickLocale } from "~/platform/i18n/locales";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";
import { kindsFor } from "./registry";
import { whyNot } from "./rules";
import { addNotification, factToTell } from "./store.server";

/**
 * Turns a fact into at most one message a kind: the key is the fact's own, so replays add nothing. What
 * does not go out is kept too, with its reason.
 */
export const notify = (shop: Shop, factId: string): Promise<void> =>
  shop.transact(async (tx) => {
    const fact = await factToTell(tx, factId);
    if (!fact) return;
    const kinds = kindsFor(fact.kind);
    if (kinds.length === 0) return;
    const { settings, profile } = await shopFace(tx);
    for (const kind of kinds) {
      const dropped = whyNot(kind, settings, fact, tx.now);
      const id = await addNotification(tx, {
        key: `${kind.key}:${fact.key}`,
        kind: kind.key,
        factId,
        orderId: fact.orderId,
        returnId: fact.returnId,
        recipient: fact.email ?? "",
        locale: pickLocale(fact.locale, profile.locale),
        dropped,
      });
      if (id && !dropped)
        await enqueue(tx, "send-notification", { notificationId: id }, { priority: PRIORITY.shopper });
    }
  });
