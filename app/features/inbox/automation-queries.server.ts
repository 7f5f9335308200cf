import prismaClient, { type Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import { languageOf } from "~/platform/i18n/locales";
import type { Situation } from "./automation/evaluate";
import type { Occasion, RuleSays } from "./automation/rule";
import { addBusinessTime } from "./business-hours";
import { businessHours } from "./promise-store.server";
import { MOST_BAD } from "./rating";
import { priorityOf } from "./views";

const { sql } = prismaClient.Prisma;
const DAY_MS = 86_400_000;
/** As much of a message as rules read. */
const MOST_READ = 20_000;
/** Nobody asks whether a customer has more orders than this. */
const MOST_ORDERS = 100;

/** A conversation as rules see it, and what the answer by machine needs to know of it. */
export type Seen = {
  id: string;
  situation: Situation;
  /** a person wrote the message that this is about */
  byPerson: boolean;
  /** it is not looked at: merged into another, or history that was imported */
  isPast: boolean;
  awaitingSince: Date | null;
  /** for lists */
  number: number | null;
  name: string | null;
  email: string;
  at: Date;
};

type Row = {
  id: string;
  number: number | null;
  name: string | null;
  email: string;
  subject: string;
  channel: string;
  locale: string;
  reason: string | null;
  state: string;
  priority: number;
  verified: boolean;
  assigned: boolean;
  isPast: boolean;
  awaitingSince: Date | null;
  tags: string[];
  customerId: string | null;
  customerTags: string[] | null;
  orderCount: number | null;
  text: string | null;
  authorKind: string | null;
  automatic: string | null;
  at: Date;
  orderId: string | null;
  value: bigint | null;
  country: string | null;
  orderTags: string[] | null;
  fulfilment: string | null;
  deliveries: string[];
  deliveredAt: Date | null;
  cancelled: boolean;
  placedAt: Date | null;
  openReturn: boolean;
};

/** Which conversations, and which message of each: this one, or the first or latest of a person's. */
type Wanted = { ids: Prisma.Sql; message: { id: string } | "first" | "latest" };

// One statement, since a try reads a thousand; each part of it steps through an index of its own.
const rowsOf = (tx: ShopTx, { ids, message }: Wanted) =>
  tx.db.$queryRaw<Row[]>(sql`
    with wanted as (${ids})
    select c.id, c.number, c.name, c.email, c.subject, c.channel, c.locale, c.reason, c.state, c.priority, c.verified,
      c.assignee is not null as assigned, c."awaitingSince", c."customerId", c."orderId",
      (c."mergedIntoId" is not null or (c."importId" is not null and c.state = 'closed')) as "isPast",
      coalesce((select array_agg(t.tag) from conversation_tag t
        where t."shopId" = c."shopId" and t."conversationId" = c.id), '{}') as tags,
      u.tags as "customerTags",
      (select count(*)::int from (select from orders x where x."shopId" = c."shopId"
        and x."customerId" = coalesce(o."customerId", c."customerId") limit ${MOST_ORDERS}) counted) as "orderCount",
      m.text, m."authorKind", m.reason as automatic, coalesce(m.at, c."createdAt") as at,
      o."totalShop" as value, o."shippingAddress"->>'country' as country, o.tags as "orderTags",
      o."fulfilmentStatus" as fulfilment, o."cancelledAt" is not null as cancelled, o."placedAt",
      coalesce((select array_agg(f."parcelState") from fulfilment f
        where f."shopId" = o."shopId" and f."orderId" = o.id and f."parcelState" <> 'cancelled'), '{}') as deliveries,
      (select max(f."deliveredAt") from fulfilment f where f."shopId" = o."shopId" and f."orderId" = o.id) as "deliveredAt",
      exists (select from return r where r."shopId" = o."shopId" and r."orderId" = o.id
        and r.state in ('requested', 'approved', 'labelled', 'received')) as "openReturn"
    from wanted join conversation c on c."shopId" = ${tx.shopId} and c.id = wanted.id
    left join lateral (
      select left(x.text, ${MOST_READ}) as text, x."authorKind", x.reason, x.at from message x
      where x."shopId" = c."shopId" and x."conversationId" = c.id and x.direction = 'in'
        ${typeof message === "object" ? sql`and x.id = ${message.id}` : sql`and x."authorKind" <> 'system' and x.reason is null`}
      order by ${message === "first" ? sql`x.at, x.id` : sql`x.at desc, x.id desc`} limit 1) m on true
    left join orders o on o."shopId" = c."shopId" and o.id = c."orderId" and o."redactedAt" is null
    left join customer u on u."shopId" = c."shopId" and u.id = coalesce(o."customerId", c."customerId")`);

async function seen(tx: ShopTx, wanted: Wanted, now: Date | null): Promise<Seen[]> {
  const { hours } = await businessHours(tx);
  return (await rowsOf(tx, wanted)).map((row) => {
    const at = now ?? row.at;
    const isOpen = addBusinessTime(at, 1, hours).getTime() === at.getTime() + 1;
    return {
      id: row.id,
      situation: situationOf(row, at, isOpen),
      byPerson: row.authorKind !== null && row.authorKind !== "system" && row.automatic === null,
      isPast: row.isPast,
      awaitingSince: row.awaitingSince,
      number: row.number,
      name: row.name,
      email: row.email,
      at: row.at,
    };
  });
}

const daysBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / DAY_MS));

const situationOf = (row: Row, at: Date, isOpen: boolean): Situation => ({
  text: row.text ?? "",
  subject: row.subject,
  channel: row.channel,
  language: languageOf(row.locale) ?? row.locale,
  reason: row.reason,
  state: row.state,
  priority: priorityOf(row.priority),
  tags: row.tags,
  assigned: row.assigned,
  known: row.customerId !== null || row.orderId !== null,
  proven: row.verified && row.authorKind === "shopper" && row.automatic === null,
  customerTags: row.customerTags ?? [],
  businessHours: isOpen,
  orderCount: row.customerTags === null ? null : row.orderCount,
  order:
    row.placedAt === null
      ? null
      : {
          value: row.value ?? 0n,
          country: row.country,
          tags: row.orderTags ?? [],
          fulfilment: row.fulfilment ?? "",
          deliveries: row.deliveries,
          cancelled: row.cancelled,
          daysSince: daysBetween(row.placedAt, at),
          daysSinceDelivery: row.deliveredAt && daysBetween(row.deliveredAt, at),
          openReturn: row.openReturn,
        },
});

/** A conversation now, at this message or a person's latest; null when this shop has no such one. */
export async function seenNow(
  tx: ShopTx,
  conversationId: string,
  messageId: string | null,
): Promise<Seen | null> {
  const ids = sql`select ${conversationId}::text as id`;
  const [one] = await seen(tx, { ids, message: messageId ? { id: messageId } : "latest" }, tx.now);
  return one ?? null;
}

/** So many of the latest conversations a rule is tried on. */
export const MOST_TRIED = 1_000;

/**
 * Of the shop's latest MOST_TRIED conversations those to which that has happened what a rule is looked at for, the
 * latest first, each as it was asked at the time; parcels, tags and returns are as they are known today.
 */
export async function pastSituations(
  tx: ShopTx,
  { on, hours }: Pick<RuleSays, "on" | "hours">,
): Promise<Seen[]> {
  const latest = sql`
    select c.id from (
      select * from conversation where "shopId" = ${tx.shopId} order by "createdAt" desc limit ${MOST_TRIED}) c
    where ${HAPPENED[on](tx, hours ?? 0)}`;
  const found = await seen(tx, { ids: latest, message: on === "opened" ? "first" : "latest" }, null);
  return found
    .filter((one) => one.byPerson && !one.isPast)
    .sort((one, other) => other.at.getTime() - one.at.getTime());
}

const told = (tx: ShopTx, kind: string) => sql`exists (select from fact f
  where f."shopId" = ${tx.shopId} and f."conversationId" = c.id and f.kind = ${kind})`;

const HAPPENED: Record<Occasion, (tx: ShopTx, hours: number) => Prisma.Sql> = {
  message: () => sql`true`,
  opened: () => sql`true`,
  closed: () => sql`c."closedAt" is not null`,
  replyDue: (tx) => told(tx, "conversation.replyDue"),
  replyLate: (tx) => told(tx, "conversation.replyLate"),
  ratedBadly: () => sql`(c.rating = 0 or c.effort <= ${MOST_BAD.ces})`,
  unanswered: ({ now }, hours) =>
    sql`(c."firstRepliedAt" > c."createdAt" + ${hours}::int * interval '1 hour'
      or c."awaitingSince" <= ${now}::timestamptz - ${hours}::int * interval '1 hour')`,
};
