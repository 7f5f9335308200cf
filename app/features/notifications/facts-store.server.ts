import prismaClient from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import type { FactData } from "./kind";

/** What happened, as news is made of it. */

const { sql } = prismaClient.Prisma;

/** A fact with its order's header: what decides whether its news goes out. */
export type FactToTell = {
  id: string;
  kind: string;
  key: string;
  orderId: string;
  returnId: string | null;
  conversationId: string | null;
  data: FactData;
  factAt: Date;
  email: string | null;
  phone: string | null;
  /** where there is no address: the kinds that the shop wants on phones */
  textKinds: string[];
  locale: string | null;
  customerLocale: string | null;
  country: string | null;
  province: string | null;
  test: boolean;
  redacted: boolean;
  placedAt: Date;
  updatedAt: Date;
  cancelledAt: Date | null;
  financialStatus: string;
  fulfilmentStatus: string;
  installedAt: Date;
  returnMethod: string | null;
  /** whoever sends a gift back: the giver hears nothing */
  giftEmail: string | null;
  gift: boolean | null;
  writerEmail: string | null;
  /** staff cancelled the order, and chose that its shopper is not told */
  hushed: boolean;
};

const FACT = sql`
  f.id, f.kind, f.key, f."orderId", f."returnId", f."conversationId", f.data, f.at as "factAt",
  o.email, o.phone, case when coalesce(o.email, '') <> '' then '{}' else array(
    select unnest(a.kinds) from channel_account a where a."shopId" = f."shopId" and a.enabled) end as "textKinds",
  o.locale, c.locale as "customerLocale", o.test, o."redactedAt" is not null as redacted,
  o."shippingAddress"->>'country' as country, o."shippingAddress"->>'province' as province,
  o."placedAt", o."updatedAt", o."cancelledAt", o."financialStatus", o."fulfilmentStatus", s."installedAt",
  r.method as "returnMethod", r.gift, r."giftEmail", v.email as "writerEmail",
  case when f.kind = 'order.cancelled' then exists (
    select from order_action a where a."shopId" = f."shopId" and a."orderId" = f."orderId" and a.kind = 'cancel'
      and a.state in ('pending', 'done') and a.asked->>'notify' = 'false') else false end as hushed`;
const AROUND = sql`
  join orders o on o."shopId" = f."shopId" and o.id = f."orderId"
  left join customer c on c."shopId" = o."shopId" and c.id = o."customerId"
  left join return r on r."shopId" = f."shopId" and r.id = f."returnId"
  left join conversation v on v."shopId" = f."shopId" and v.id = f."conversationId"
  join shop s on s.id = f."shopId"`;

/** The facts by their ids; one that is about no order of ours is left out. */
export const factsToTell = (tx: ShopTx, factIds: string[]): Promise<FactToTell[]> =>
  tx.db.$queryRaw<FactToTell[]>`
    select ${FACT} from fact f ${AROUND}
    where f."shopId" = ${tx.shopId} and f.id = any(${factIds}) order by f.id`;

/** Staff let a confirmation be sent again. */
export const CONFIRMATION_RESENT = "order.confirmationResent";

/** The fact with this key, or null. */
export async function factIdOf(tx: ShopTx, key: string): Promise<string | null> {
  const where = { shopId_key: { shopId: tx.shopId, key } };
  return (await tx.db.fact.findUnique({ where, select: { id: true } }))?.id ?? null;
}

/** Has Shopify Flow been told of this fact? */
export const wasToldToFlow = async (tx: ShopTx, factId: string): Promise<boolean> =>
  (await tx.db.fact.count({ where: { shopId: tx.shopId, key: `flow.told:${factId}` } })) > 0;

export type Held = FactToTell & {
  notificationId: string;
  notificationKind: string;
  since: Date;
  own: FactData;
};

/**
 * Held messages whose time has come, or comes in seconds, since clocks of two machines differ a little. One
 * held for longer than anything is held was put there by a clock that jumped: it is due, too.
 */
export const dueHeld = (tx: ShopTx, most: number): Promise<Held[]> => {
  const soon = new Date(tx.now.getTime() + 30_000);
  const never = new Date(tx.now.getTime() + 48 * 3_600_000);
  return tx.db.$queryRaw<Held[]>(dueSql(tx.shopId, soon, never, most));
};

export const dueSql = (shopId: string, soon: Date, never: Date, most: number) => sql`
    select n.id as "notificationId", n.kind as "notificationKind", n."createdAt" as since, n.data as own, ${FACT}
    from (select * from notification where "shopId" = ${shopId} and state = 'held'
        and ("heldUntil" <= ${soon} or "heldUntil" > ${never})
      order by "heldUntil" limit ${most}) n
    join fact f on f."shopId" = n."shopId" and f.id = n."factId" ${AROUND}
    order by n.id`;
