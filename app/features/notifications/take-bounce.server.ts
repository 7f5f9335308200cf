import { z } from "zod";
import { shopFace } from "~/features/settings/queries.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { pickLocale } from "~/platform/i18n/locales";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { afterBounce, type Bounce, causeOf, didNotArrive, isInForce } from "./suppression";
import * as store from "./suppression-store.server";

const told = z.object({
  reason: z.string().max(40),
  status: z.string().max(20).nullable(),
  permanent: z.boolean(),
});

/** A bounce of a message of the outbox, or the facts of conversations' mails that came back. */
export const bounceSchema = z.union([
  told.extend({ notificationId: z.string() }),
  z.object({ factId: z.string() }),
]);
export type CameBack = z.infer<typeof bounceSchema>;

/**
 * Takes in that a mail came back, or was complained of: the address is barred as the rules say, and the message
 * says so in the log. Nobody is answered. However often it runs, it counts once.
 */
export const takeBounce = (shop: Shop, cameBack: CameBack): Promise<void> =>
  shop.transact(async (tx) => {
    if ("factId" in cameBack) {
      const message = await store.bouncedMessage(tx, cameBack.factId);
      const data = told.safeParse(message?.data);
      if (message && data.success)
        await count(tx, message.address, { ...data.data, message: message.messageId } as Bounce);
      return;
    }
    const { notificationId, ...rest } = cameBack;
    const bounce = { ...rest, message: notificationId } as Bounce;
    const address = await store.recipientOf(tx, notificationId);
    if (address === null) return;
    await count(tx, address, bounce);
    if (didNotArrive(bounce)) {
      const reason = bounce.permanent ? "bounced" : "bouncedForNow";
      await store.noteBounced(tx, notificationId, { reason, why: bounce.reason });
    }
  });

async function count(tx: ShopTx, address: string, bounce: Bounce): Promise<void> {
  const cause = causeOf(bounce);
  const next = afterBounce(await store.lockSuppression(tx, address, cause), bounce, tx.now);
  if (next) await store.saveSuppression(tx, address, cause, next);
}

/** A shopper wants no more of what they may do without; to a message that is gone, nothing happens. */
export const unsubscribe = (shop: Shop, notificationId: string): Promise<void> =>
  shop.transact(async (tx) => {
    const address = await store.recipientOf(tx, notificationId);
    if (address === null) return;
    const known = await store.lockSuppression(tx, address, "wish");
    if (isInForce(known, tx.now)) return;
    await store.saveSuppression(tx, address, "wish", {
      scope: "optional",
      reason: "unsubscribed",
      status: null,
      since: tx.now,
      until: null,
      soft: [],
    });
  });

/** In whose name and language the page speaks to whoever got this message. */
export const unsubscribeFace = (shop: Shop, notificationId: string) =>
  shop.transact(async (tx) => {
    const { profile } = await shopFace(tx);
    return {
      shop: profile.name,
      locale: pickLocale(await store.localeOf(tx, notificationId), profile.locale),
    };
  });

/** Staff let an address be written to again. Refuses `notifications.notSuppressed`. */
export const lift = (shop: Shop, id: string, staffName: string): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    if (!(await store.liftSuppression(tx, id))) return refuse("notifications.notSuppressed");
    await record(tx, {
      kind: "suppression.lifted",
      key: `suppression.lifted:${newId(tx.now)}`,
      actor: "staff",
      actorName: staffName,
    });
    return ok(null);
  });
