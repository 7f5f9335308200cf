import type { SlaMetric } from "~/features/settings/schema";
import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import type { ConversationState } from "../rules";
import { priorityOf } from "../views";
import type { KeptClock, NextDue, Outcome } from "./follow";
import type { Followed } from "./policy";

const MINUTE_MS = 60_000;

/** More clocks than this of one conversation are history that decides nothing. */
const MOST_CLOCKS = 50;

type FollowedRow = Omit<Followed, "state" | "priority"> & {
  state: string;
  priority: number;
  slaMetric: string | null;
  slaDueAt: Date | null;
  slaSoonAt: Date | null;
};

export type FollowedConversation = { one: Followed; clocks: KeptClock[]; shown: NextDue | null };

/** A conversation as its targets see it, its latest clocks, and what its row says is due next; null: not there. */
export async function loadFollowed(tx: ShopTx, conversationId: string): Promise<FollowedConversation | null> {
  const [row] = await tx.db.$queryRaw<FollowedRow[]>`
    select c.state, c.priority, c.channel, c.locale, c."awaitingSince", c."firstRepliedAt", c."mergedIntoId",
      c."slaMetric", c."slaDueAt", c."slaSoonAt",
      array(select t.tag from conversation_tag t where t."shopId" = c."shopId" and t."conversationId" = c.id) as tags,
      coalesce(k.tags, '{}') as "customerTags"
    from conversation c left join customer k on k."shopId" = c."shopId" and k.id = c."customerId"
    where c."shopId" = ${tx.shopId} and c.id = ${conversationId}`;
  if (!row) return null;
  const { slaMetric, slaDueAt, slaSoonAt, ...one } = row;
  return {
    one: { ...one, state: row.state as ConversationState, priority: priorityOf(row.priority) },
    clocks: await clocksOf(tx, conversationId),
    shown:
      slaMetric && slaDueAt && slaSoonAt
        ? { metric: slaMetric as SlaMetric, at: slaDueAt, soonAt: slaSoonAt }
        : null,
  };
}

/** A conversation's clocks, those that began first first. */
export async function clocksOf(tx: ShopTx, conversationId: string): Promise<KeptClock[]> {
  const rows = await tx.db.slaClock.findMany({
    where: { shopId: tx.shopId, conversationId },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    take: MOST_CLOCKS,
  });
  return rows.reverse().map(({ targetMinutes, warnMinutes, spentMs, ...row }) => ({
    id: row.id,
    metric: row.metric as SlaMetric,
    policyId: row.policyId,
    policyName: row.policyName,
    counts: row.counts as KeptClock["counts"],
    targetMs: targetMinutes * MINUTE_MS,
    warnMs: warnMinutes * MINUTE_MS,
    startedAt: row.startedAt,
    runningSince: row.runningSince,
    spentMs: Number(spentMs),
    warnedAt: row.warnedAt,
    endedAt: row.endedAt,
    outcome: row.outcome as Outcome | null,
    judgedAt: row.judgedAt,
  }));
}

/** Keeps clocks that are new or changed. */
export async function saveClocks(
  tx: ShopTx,
  conversationId: string,
  clocks: readonly KeptClock[],
): Promise<void> {
  for (const { id, targetMs, warnMs, spentMs, ...clock } of clocks) {
    const row = {
      ...clock,
      targetMinutes: Math.round(targetMs / MINUTE_MS),
      warnMinutes: Math.round(warnMs / MINUTE_MS),
      spentMs: BigInt(Math.round(spentMs)),
    };
    if (id === null)
      await tx.db.slaClock.create({ data: { ...row, shopId: tx.shopId, id: newId(tx.now), conversationId } });
    else await tx.db.slaClock.update({ where: { shopId_id: { shopId: tx.shopId, id } }, data: row });
  }
}

/** Writes on the conversation what is due next, for lists. */
export async function saveNextDue(tx: ShopTx, conversationId: string, due: NextDue | null): Promise<void> {
  await tx.db.conversation.update({
    where: { shopId_id: { shopId: tx.shopId, id: conversationId } },
    data: { slaMetric: due?.metric ?? null, slaDueAt: due?.at ?? null, slaSoonAt: due?.soonAt ?? null },
  });
}

/** The next conversations that are not closed after an id, in the order of their ids. */
export async function unclosedAfter(tx: ShopTx, id: string, most: number): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    select id from conversation where "shopId" = ${tx.shopId} and id > ${id} and state <> 'closed'
    order by id limit ${most}`;
  return rows.map((row) => row.id);
}

/** Which part of the settings a fact says was changed. */
export async function changedPart(tx: ShopTx, factId: string): Promise<string | null> {
  const fact = await tx.db.fact.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: factId } },
    select: { data: true },
  });
  const part = (fact?.data as { part?: unknown } | null | undefined)?.part;
  return typeof part === "string" ? part : null;
}

/** Does any clock of the shop still run or rest? */
export async function hasOpenClocks(tx: ShopTx): Promise<boolean> {
  const [row] = await tx.db.$queryRaw<{ has: boolean }[]>`
    select exists(select from sla_clock where "shopId" = ${tx.shopId} and "endedAt" is null) as has`;
  return row?.has ?? false;
}

/** A clock whose target was missed, with its conversation's number; null when this shop has no such one. */
export async function missedClock(tx: ShopTx, id: string) {
  const row = await tx.db.slaClock.findFirst({
    where: { shopId: tx.shopId, id, outcome: "missed" },
    select: {
      conversationId: true,
      metric: true,
      policyId: true,
      policyName: true,
      conversation: { select: { number: true } },
    },
  });
  if (!row) return null;
  const { conversation, metric, ...clock } = row;
  return { ...clock, metric: metric as SlaMetric, number: conversation.number };
}
