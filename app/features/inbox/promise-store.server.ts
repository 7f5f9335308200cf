import { type ShopFace, shopFace } from "~/features/settings/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import type { Address } from "~/values/address";
import { type BusinessHours, businessTimeBetween } from "./business-hours";
import type { Queue } from "./promise";

const DAY_MS = 86_400_000;
const MOST_AHEAD = 1_000;
const MOST_RECENT = 200;
const PACE_DAYS = 14;
const RECENT_DAYS = 30;

export type Answering = {
  hours: BusinessHours;
  /** within what somebody answers while too little is known, in business milliseconds */
  usualMs: number;
  /** do shoppers who write hear at once by when? */
  acknowledge: boolean;
  timeZone: string;
  /** the shop's own sender; null: it has set none */
  ownAddress: string | null;
};

/** When and how the shop's people answer, as its settings say. */
export async function businessHours(tx: ShopTx): Promise<Answering> {
  const face = await shopFace(tx);
  const { settings, profile } = face;
  return {
    hours: hoursOf(face),
    usualMs: settings.inbox.replyWithinHours * 3_600_000,
    acknowledge: settings.inbox.acknowledge,
    timeZone: profile.timeZone,
    ownAddress: settings.mail.fromAddress,
  };
}

/** When people answer, by settings and profile. */
export function hoursOf({ settings, profile }: ShopFace): BusinessHours {
  const { week, holidays } = settings.inbox;
  const { country, province } = profile.address as Pick<Address, "country" | "province">;
  return {
    week,
    timeZone: profile.timeZone,
    holidays: holidays && country ? { country, region: province ?? "" } : null,
  };
}

/** How the shop's queue is now: who waits, how fast answers went, how long the first ones took. */
export async function queueNow(tx: ShopTx, hours: BusinessHours): Promise<Queue> {
  const [waiting] = await tx.db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select from conversation where "shopId" = ${tx.shopId} and state = 'open' and "awaitingSince" is not null
      limit ${MOST_AHEAD}) waiting`;
  const since = new Date(tx.now.getTime() - RECENT_DAYS * DAY_MS);
  const answered = await tx.db.conversation.findMany({
    where: { shopId: tx.shopId, firstRepliedAt: { gte: since } },
    orderBy: { firstRepliedAt: "desc" },
    take: MOST_RECENT,
    select: { createdAt: true, firstRepliedAt: true },
  });
  const replies = answered.flatMap(({ createdAt, firstRepliedAt }) =>
    firstRepliedAt ? [{ createdAt, firstRepliedAt }] : [],
  );
  // As far back as the newest answers reach: with more than we read, the days they took are fewer.
  const paceSince = new Date(
    Math.max(
      tx.now.getTime() - PACE_DAYS * DAY_MS,
      replies.length < MOST_RECENT ? 0 : (replies.at(-1)?.firstRepliedAt.getTime() ?? 0),
    ),
  );
  return {
    ahead: waiting?.count ?? 0,
    answered: {
      count: replies.filter(({ firstRepliedAt }) => firstRepliedAt >= paceSince).length,
      withinMs: businessTimeBetween(paceSince, tx.now, hours),
    },
    recent: replies.map(({ createdAt, firstRepliedAt }) =>
      businessTimeBetween(createdAt, firstRepliedAt, hours),
    ),
  };
}

/** What machines have answered this address in the last day, and in this conversation at any time. */
export async function machineAnswers(
  tx: ShopTx,
  email: string,
  conversationId: string,
): Promise<{ to: string; at: Date; conversationId: string }[]> {
  return tx.db.$queryRaw<{ to: string; at: Date; conversationId: string }[]>`
    select ${email}::text as "to", m.at, m."conversationId" from conversation c
    join message m on m."shopId" = c."shopId" and m."conversationId" = c.id
    where c."shopId" = ${tx.shopId} and (c.email = ${email} or c.id = ${conversationId})
      and m.direction = 'out' and m."authorKind" = 'system'
      -- asking whether it was solved answers nothing
      and coalesce(m."requestKey", '') not like 'rating:%'
      and (m.at > ${new Date(tx.now.getTime() - DAY_MS)} or c.id = ${conversationId})
    order by m.at desc limit 50`;
}

/** A message that came in, for deciding whether a machine answers it; null when this shop has no such one. */
export const incomingMessage = (tx: ShopTx, id: string) =>
  tx.db.message.findFirst({
    where: { shopId: tx.shopId, id, direction: "in" },
    select: { id: true, conversationId: true, authorKind: true, reason: true, at: true },
  });
