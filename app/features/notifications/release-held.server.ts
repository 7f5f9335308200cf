import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { decideAll, type News } from "./decide.server";
import { dueHeld } from "./facts-store.server";
import { putOnTheirWay } from "./notify.server";
import { kindOf } from "./registry";
import { settleHeld } from "./store.server";

/** So many at a time: a night's mails go out in the morning without holding the shop's orders for long. */
const AT_A_TIME = 200;

/**
 * Decides again on messages whose time has come, by what is true now: sent, told together with others, held
 * for another reason, or dropped as stale.
 */
export const releaseHeld = (shop: Shop): Promise<void> =>
  shop.transact(async (tx) => {
    const due = await dueHeld(tx, AT_A_TIME);
    const news = due.flatMap(({ notificationId, notificationKind, since, own, ...fact }): News[] => {
      const kind = kindOf(notificationKind);
      return kind ? [{ id: notificationId, kind, fact, own, since }] : [];
    });
    if (news.length === 0) return;
    const { decided, others } = await decideAll(tx, await shopFace(tx), news);
    const outcomes = decided.map(({ outcome }) => outcome);
    await settleHeld(tx, [...outcomes, ...others]);
    await putOnTheirWay(tx, outcomes);
    if (due.length === AT_A_TIME)
      await enqueue(tx, "release-held", {}, { key: `release-held:${shop.id}:more` });
  });
