import { shopFace } from "~/features/settings/queries.server";
import type { SlaPolicy } from "~/features/settings/schema";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { record } from "~/platform/queue/record.server";
import type { BusinessHours } from "../business-hours";
import { addFollower, tellFollowers } from "../follower-store.server";
import { hoursOf } from "../promise-store.server";
import * as store from "../store.server";
import { giveToTeam } from "../teams/give-to-team.server";
import { PRIORITIES } from "../views";
import { dueAt } from "./clock";
import { clocksOf, saveClocks } from "./clock-store.server";
import { targetTold } from "./facts";
import { type KeptClock, news, nextLook } from "./follow";
import { lookAgain } from "./follow-targets.server";

/**
 * Looks at a conversation's clocks: staff hear of a target before it is missed, and when it is missed its policy's
 * steps are taken, each once for a clock however often this runs. Then it looks again when the next one comes.
 */
export const watchTargets = (shop: Shop, conversationId: string): Promise<void> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    if (!conversation) return;
    const face = await shopFace(tx);
    const hours = hoursOf(face);
    for (const clock of await clocksOf(tx, conversationId)) {
      const what = news(clock, tx.now, hours);
      if (what === "soon") await warn(tx, conversation, clock);
      if (what === "missed") await miss(tx, conversation, clock, face.settings.inbox.sla, hours);
    }
    // read anew: a raised priority may have moved them
    await lookAgain(tx, conversationId, nextLook(await clocksOf(tx, conversationId), tx.now, hours));
  });

const aboutOf = ({ id, orderId }: store.KnownConversation) => ({ conversationId: id, orderId });

async function warn(tx: ShopTx, conversation: store.KnownConversation, clock: KeptClock): Promise<void> {
  await saveClocks(tx, conversation.id, [{ ...clock, warnedAt: tx.now }]);
  await tellFollowers(tx, conversation.id, null);
  await record(tx, targetTold("soon", aboutOf(conversation), named(clock)));
  await store.saveConversation(tx, conversation.id, { unread: true });
}

async function miss(
  tx: ShopTx,
  conversation: store.KnownConversation,
  clock: KeptClock,
  policies: readonly SlaPolicy[],
  hours: BusinessHours,
): Promise<void> {
  const judgedAt = dueAt(clock, hours) ?? tx.now;
  await saveClocks(tx, conversation.id, [
    { ...clock, outcome: "missed", judgedAt, warnedAt: clock.warnedAt ?? tx.now },
  ]);
  const steps = policies.find(({ id }) => id === clock.policyId)?.onMiss ?? null;
  const toName = steps?.assign ? await give(tx, conversation, steps.assign) : null;
  const raised = steps?.raiseTo ? PRIORITIES.indexOf(steps.raiseTo) : 0;
  await store.saveConversation(tx, conversation.id, {
    unread: true,
    ...(raised > conversation.priority ? { priority: raised } : {}),
  });
  await tellFollowers(tx, conversation.id, null);
  const about = aboutOf(conversation);
  const isNew = await record(tx, targetTold("missed", about, named(clock), toName));
  if (isNew && steps?.mailTo)
    await enqueue(
      tx,
      "mail-missed-target",
      { clockId: named(clock).id },
      { key: `missed:${named(clock).id}` },
    );
}

/** A clock that was read has an id. */
const named = ({ id, metric }: KeptClock) => ({ id: id ?? "", metric });

/** Gives it to whom the policy names, and answers their name; null when that is gone, or has it already. */
async function give(
  tx: ShopTx,
  conversation: store.KnownConversation,
  to: NonNullable<SlaPolicy["onMiss"]["assign"]>,
): Promise<string | null> {
  if (to.to === "team") return giveToTeam(tx, conversation, to.id);
  if (conversation.assigneeId === to.id) return null;
  await store.saveConversation(tx, conversation.id, { assignee: to.name, assigneeId: to.id });
  await addFollower(tx, conversation.id, to, true);
  return to.name;
}
