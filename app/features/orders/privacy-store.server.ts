import prismaClient from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import { emailKey } from "~/values/keys";

/** Requests under privacy law are rare and must miss nothing, so some of these read more than an index. */

/** Whom a request is about, as Shopify names them. */
export type NamedPerson = {
  customerId: string | null;
  email: string | null;
  phone: string | null;
  orderIds: string[];
};

/** Everything that leads to a person's data: all their addresses, customer numbers and orders. */
export type FoundPerson = {
  customerIds: string[];
  emailKeys: string[];
  phones: string[];
  orderIds: string[];
};

/** Finds a person's customers and orders: those named, and those with the same customer or address. */
export async function findPerson(tx: ShopTx, named: NamedPerson): Promise<FoundPerson> {
  const where = { shopId: tx.shopId };
  const customers = await tx.db.customer.findMany({
    where: {
      ...where,
      OR: [
        ...(named.customerId ? [{ id: named.customerId }] : []),
        ...(named.email ? [{ emailKey: emailKey(named.email) }] : []),
      ],
    },
    select: { id: true, emailKey: true, phone: true },
  });
  const customerIds = unique([named.customerId, ...customers.map((one) => one.id)]);
  const known = unique([
    named.email && emailKey(named.email),
    ...customers.filter((one) => one.id === named.customerId).map((one) => one.emailKey),
  ]);
  const orders = await tx.db.order.findMany({
    where: {
      ...where,
      OR: [{ id: { in: named.orderIds } }, { customerId: { in: customerIds } }, { emailKey: { in: known } }],
    },
    select: { id: true, emailKey: true, phone: true, customerId: true },
  });
  const theirs = orders.filter((one) => one.customerId === null || customerIds.includes(one.customerId));
  return {
    customerIds,
    emailKeys: unique([...known, ...theirs.map((one) => one.emailKey)]),
    phones: unique([named.phone, ...customers.map((one) => one.phone), ...theirs.map((one) => one.phone)]),
    orderIds: unique([...named.orderIds, ...orders.map((one) => one.id)]),
  };
}

const unique = (texts: (string | null | undefined)[]): string[] => [
  ...new Set(texts.filter((text): text is string => Boolean(text))),
];

/** All that is mirrored of these customers and orders, for the merchant to hand over. */
export async function exportOrders(tx: ShopTx, { customerIds, orderIds }: FoundPerson) {
  const where = { shopId: tx.shopId };
  return {
    customers: await tx.db.customer.findMany({ where: { ...where, id: { in: customerIds } } }),
    orders: await tx.db.order.findMany({
      where: { ...where, id: { in: orderIds } },
      orderBy: { placedAt: "asc" },
      include: {
        lines: { orderBy: { position: "asc" } },
        fulfilments: { include: { lines: true, events: { orderBy: { happenedAt: "asc" } }, tracks: true } },
        // what somebody else did with a gift is theirs
        returns: { where: { gift: false }, include: { lines: true } },
        ledger: { include: { entries: true } },
        actions: true,
      },
    }),
    lookups: await tx.db.lookup.findMany({ where: { ...where, orderId: { in: orderIds } } }),
    timeline: await tx.db.fact.findMany({
      where: { ...where, orderId: { in: orderIds } },
      orderBy: { at: "asc" },
      select: { kind: true, orderId: true, returnId: true, conversationId: true, actor: true, at: true },
    }),
  };
}

/**
 * Erases what is personal in these customers and orders: names, addresses, contacts, notes, tracking and where
 * parcels were seen, look-ups and codes. Numbers, dates and amounts stay for the books. Answers how many rows
 * still held something.
 */
export async function eraseOrders(tx: ShopTx, person: FoundPerson): Promise<Record<string, number>> {
  const { customerIds, orderIds, emailKeys } = person;
  const { shopId, now } = tx;
  const nothing = prismaClient.Prisma.DbNull;
  const customers = await tx.db.customer.updateMany({
    where: { shopId, id: { in: customerIds }, redactedAt: null },
    data: {
      email: null,
      emailKey: null,
      firstName: null,
      lastName: null,
      nameKey: null,
      lastKey: null,
      phone: null,
      locale: null,
      tags: [],
      redactedAt: now,
    },
  });
  const orders = await tx.db.order.updateMany({
    where: { shopId, id: { in: orderIds }, redactedAt: null },
    data: {
      email: null,
      emailKey: null,
      phone: null,
      shippingAddress: nothing,
      billingAddress: nothing,
      postcodeKey: null,
      note: null,
      tags: [],
      statusUrl: null,
      confirmationNumber: null,
      redactedAt: now,
    },
  });
  const parcels = await tx.db.$executeRaw`
    update fulfilment set tracking = '[]' where "shopId" = ${shopId} and "orderId" = any(${orderIds}) and tracking <> '[]'`;
  const scans = await tx.db.$executeRaw`
    update fulfilment_event e set message = null, city = null, country = null from fulfilment f
    where e."shopId" = ${shopId} and f."shopId" = e."shopId" and f.id = e."fulfilmentId"
      and f."orderId" = any(${orderIds}) and (e.message is not null or e.city is not null or e.country is not null)`;
  const tracks = await tx.db.$executeRaw`
    delete from parcel_track t using fulfilment f where t."shopId" = ${shopId} and f."shopId" = t."shopId"
      and f.id = t."fulfilmentId" and f."orderId" = any(${orderIds})`;
  const lookups = await tx.db.$executeRaw`
    delete from lookup where "shopId" = ${shopId}
      and ("orderId" = any(${orderIds}) or lower(typed) = any(${emailKeys}))`;
  const codes = await tx.db.oneTimeCode.deleteMany({
    where: { shopId, OR: [{ orderId: { in: orderIds } }, { emailKey: { in: emailKeys } }] },
  });
  const names = await tx.db.fact.updateMany({
    where: { shopId, orderId: { in: orderIds }, actor: "shopper", actorName: { not: null } },
    data: { actorName: null },
  });
  return {
    customers: customers.count,
    orders: orders.count,
    parcels,
    tracks,
    scans,
    lookups,
    codes: codes.count,
    names: names.count,
  };
}
