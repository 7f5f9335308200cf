import prismaClient, { type Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import type {
  ShopifyCustomer,
  ShopifyFulfilment,
  ShopifyOrder,
  ShopifyOrderLine,
} from "~/platform/shopify/nouns";
import { newId } from "~/values/ids";
import { emailKey, orderNameKey, personKey, postcodeKey } from "~/values/keys";
import { type KnownOrder, parcelState } from "./rules";

/** What we know of an order, its row locked until the transaction ends; null when we do not have it. */
export async function lockKnown(tx: ShopTx, orderId: string): Promise<KnownOrder | null> {
  const rows = await tx.db.$queryRaw<
    {
      updatedAt: Date;
      cancelledAt: Date | null;
      refunded: bigint;
      redacted: boolean;
      financialStatus: string;
      parcels: { id: string; parcelState: string; updatedAt: string }[];
    }[]
  >`
    select o."updatedAt", o."cancelledAt", o.refunded, o."financialStatus", o."redactedAt" is not null as redacted, coalesce((
        select json_agg(json_build_object('id', f.id, 'parcelState', f."parcelState", 'updatedAt', f."updatedAt"))
        from fulfilment f where f."shopId" = o."shopId" and f."orderId" = o.id), '[]') as parcels
    from orders o where o."shopId" = ${tx.shopId} and o.id = ${orderId} for no key update`;
  const row = rows[0];
  if (!row) return null;
  const { parcels, ...known } = row;
  return { ...known, fulfilments: parcels.map((one) => ({ ...one, updatedAt: new Date(one.updatedAt) })) };
}

/**
 * Writes the order's header. Answers false when another process wrote a newer one first: two first
 * deliveries of one order race here, and the insert lets one win.
 */
export async function saveOrder(tx: ShopTx, order: ShopifyOrder, isNew: boolean): Promise<boolean> {
  const row = orderRow(order);
  if (order.customer) await saveCustomer(tx, order.customer);
  if (isNew) {
    const { count } = await tx.db.order.createMany({
      data: [{ shopId: tx.shopId, id: order.id, ...row, ...completed(tx, order) }],
      skipDuplicates: true,
    });
    if (count === 0) return false;
  } else {
    await tx.db.order.update({
      where: { shopId_id: { shopId: tx.shopId, id: order.id } },
      data: { ...row, ...completed(tx, order) },
    });
  }
  return true;
}

/** A webhook does not tell promises and refunds: what we know of them stays. */
function completed(tx: ShopTx, order: ShopifyOrder) {
  if (!order.full) return {};
  const { promisedFrom, promisedTo, shipBy } = order.full;
  return {
    promisedFrom,
    promisedTo,
    shipBy,
    refunded: order.refunded.presentment.amount,
    refundedShop: order.refunded.shop.amount,
    completedAt: tx.now,
  };
}

/** An order's header as its table keeps it. */
export function orderRow(order: ShopifyOrder) {
  const zip = order.shippingAddress?.zip ?? order.billingAddress?.zip;
  return {
    name: order.name,
    nameKey: orderNameKey(order.name),
    confirmationNumber: order.confirmationNumber,
    customerId: order.customer?.id ?? null,
    email: order.email,
    emailKey: order.email ? emailKey(order.email) : null,
    phone: order.phone,
    locale: order.locale,
    currency: order.currency,
    currencyShop: order.currencyShop,
    subtotal: order.subtotal.presentment.amount,
    subtotalShop: order.subtotal.shop.amount,
    discount: order.discount.presentment.amount,
    discountShop: order.discount.shop.amount,
    shipping: order.shipping.presentment.amount,
    shippingShop: order.shipping.shop.amount,
    tax: order.tax.presentment.amount,
    taxShop: order.tax.shop.amount,
    total: order.total.presentment.amount,
    totalShop: order.total.shop.amount,
    financialStatus: order.financialStatus,
    fulfilmentStatus: order.fulfilmentStatus,
    shippingTitle: order.shippingTitle,
    shippingAddress: order.shippingAddress ?? prismaClient.Prisma.DbNull,
    billingAddress: order.billingAddress ?? prismaClient.Prisma.DbNull,
    postcodeKey: zip ? postcodeKey(zip) : null,
    note: order.note,
    tags: order.tags,
    test: order.test,
    taxesIncluded: order.taxesIncluded,
    channel: order.channel,
    placedAt: order.placedAt,
    updatedAt: order.updatedAt,
    cancelledAt: order.cancelledAt,
    closedAt: order.closedAt,
    statusUrl: order.statusUrl,
  } satisfies Partial<Prisma.OrderUncheckedCreateInput>;
}

export const customerRow = (tx: ShopTx, { id, ...customer }: ShopifyCustomer) => ({
  shopId: tx.shopId,
  id,
  emailKey: customer.email ? emailKey(customer.email) : null,
  nameKey: nameKeyOf(customer.firstName, customer.lastName),
  lastKey: nameKeyOf(customer.lastName, customer.firstName),
  ...customer,
});

/** What searches for a person's name compare; null: no name is known. */
const nameKeyOf = (...names: (string | null)[]): string | null =>
  personKey(names.filter(Boolean).join(" ")) || null;

async function saveCustomer(tx: ShopTx, customer: ShopifyCustomer): Promise<void> {
  const row = customerRow(tx, customer);
  await tx.db.$executeRaw`
    insert into customer ("shopId", id, email, "emailKey", "firstName", "lastName", "nameKey", "lastKey", phone, locale, tags, "updatedAt")
    values (${row.shopId}, ${row.id}, ${row.email}, ${row.emailKey}, ${row.firstName}, ${row.lastName},
            ${row.nameKey}, ${row.lastKey}, ${row.phone}, ${row.locale}, ${row.tags}, ${row.updatedAt})
    on conflict ("shopId", id) do update set email = excluded.email, "emailKey" = excluded."emailKey",
      "firstName" = excluded."firstName", "lastName" = excluded."lastName",
      "nameKey" = excluded."nameKey", "lastKey" = excluded."lastKey", phone = excluded.phone,
      locale = coalesce(excluded.locale, customer.locale), tags = excluded.tags, "updatedAt" = excluded."updatedAt"
    where customer."updatedAt" <= excluded."updatedAt" and customer."redactedAt" is null`;
}

/** Writes the order's lines. Lines are never taken off an order by Shopify: their quantity becomes 0. */
export async function saveLines(tx: ShopTx, order: ShopifyOrder, isNew: boolean): Promise<void> {
  const rows = order.lines.map((line, position) => lineRow(tx, order.id, line, position));
  if (isNew) {
    await tx.db.orderLine.createMany({
      data: rows.map(asNew),
    });
    return;
  }
  for (const row of rows) {
    const { productTags, collections, bundleId, ...rest } = row;
    // a webhook does not tell these: what we know of them stays
    const told = productTags === null ? {} : { productTags, collections: collections ?? [], bundleId };
    await tx.db.orderLine.upsert({
      where: { shopId_id: { shopId: row.shopId, id: row.id } },
      create: asNew(row),
      update: { ...rest, ...told },
    });
  }
}

/** A line's row as it is first written. */
export const asNew = (row: ReturnType<typeof lineRow>) => ({
  ...row,
  productTags: row.productTags ?? [],
  collections: row.collections ?? [],
});

export function lineRow(tx: ShopTx, orderId: string, line: ShopifyOrderLine, position: number) {
  return {
    shopId: tx.shopId,
    id: line.id,
    orderId,
    position,
    title: line.title,
    variantTitle: line.variantTitle,
    sku: line.sku,
    productId: line.productId,
    variantId: line.variantId,
    productTags: line.productTags,
    collections: line.collections,
    bundleId: line.bundleId,
    ...(line.imageUrl ? { imageUrl: line.imageUrl } : {}),
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    price: line.price.presentment.amount,
    priceShop: line.price.shop.amount,
    total: line.total.presentment.amount,
    totalShop: line.total.shop.amount,
    tax: line.tax,
    needsShipping: line.needsShipping,
    giftCard: line.giftCard,
  };
}

/**
 * Writes the parcels with their contents and the carrier's events. `asAllTell`: the same parcels as all sources
 * together tell them.
 */
export async function saveFulfilments(
  tx: ShopTx,
  orderId: string,
  fulfilments: ShopifyFulfilment[],
  asAllTell: readonly ShopifyFulfilment[] = fulfilments,
): Promise<void> {
  for (const { lines, events, displayStatus, tracking, ...one } of fulfilments) {
    const all = asAllTell.find(({ id }) => id === one.id);
    const shopifyState = parcelState({ status: one.status, displayStatus });
    const row = {
      ...one,
      shopId: tx.shopId,
      orderId,
      shopifyState,
      parcelState: all ? parcelState(all) : shopifyState,
      inTransitAt: all?.inTransitAt ?? one.inTransitAt,
      estimatedAt: all?.estimatedAt ?? one.estimatedAt,
      deliveredAt: all?.deliveredAt ?? one.deliveredAt,
      tracking: tracking as Prisma.InputJsonArray,
    };
    await tx.db.fulfilment.upsert({
      where: { shopId_id: { shopId: tx.shopId, id: one.id } },
      create: row,
      update: row,
    });
    await tx.db.fulfilmentLine.createMany({
      data: lines.map((line) => ({ ...line, shopId: tx.shopId, fulfilmentId: one.id })),
      skipDuplicates: true,
    });
    await tx.db.fulfilmentEvent.createMany({
      data: events.map((event) => ({ ...event, shopId: tx.shopId, fulfilmentId: one.id })),
      skipDuplicates: true,
    });
  }
}

/** Notes what was paid in. It only grows: money that went back is a payout, not a smaller payment. */
export async function saveLedger(tx: ShopTx, order: ShopifyOrder): Promise<void> {
  await tx.db.$executeRaw`
    insert into ledger ("shopId", id, currency, paid) values (${tx.shopId}, ${order.id}, ${order.currency}, ${order.paid})
    on conflict ("shopId", id) do update set paid = excluded.paid + ledger.exchanged
    where ledger.paid < excluded.paid + ledger.exchanged`;
}

export type Incomplete = { id: string; backfilled: boolean };

/** Orders we only know from a webhook or in bulk, the newest first: the Admin API has more to tell of them. */
export const incompleteOrders = (tx: ShopTx, most: number): Promise<Incomplete[]> =>
  tx.db.order.findMany({
    where: { shopId: tx.shopId, completedAt: null, redactedAt: null },
    orderBy: { placedAt: "desc" },
    take: most,
    select: { id: true, backfilled: true },
  });

/** Has the Admin API told all it knows of the order? */
export async function isComplete(tx: ShopTx, orderId: string): Promise<boolean> {
  const row = await tx.db.order.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: orderId } },
    select: { completedAt: true },
  });
  return Boolean(row?.completedAt);
}

/** Until when all changes have been compared, or null before the first full sweep. */
export async function lastSweep(tx: ShopTx): Promise<Date | null> {
  const row = await tx.db.sweep.findFirst({
    where: { shopId: tx.shopId, through: { not: null } },
    orderBy: { startedAt: "desc" },
    select: { through: true },
  });
  return row?.through ?? null;
}

/** Which of Shopify's orders we lack, or have in an older state. */
export async function staleAmong(tx: ShopTx, orders: { id: string; updatedAt: Date }[]): Promise<string[]> {
  const known = await tx.db.order.findMany({
    where: { shopId: tx.shopId, id: { in: orders.map((one) => one.id) } },
    select: { id: true, updatedAt: true },
  });
  const ours = new Map(known.map((one) => [one.id, one.updatedAt]));
  return orders
    .filter((one) => (ours.get(one.id)?.getTime() ?? 0) < one.updatedAt.getTime())
    .map((one) => one.id);
}

export async function noteSweep(
  tx: ShopTx,
  sweep: { startedAt: Date; seen: number; recovered: number },
): Promise<void> {
  await tx.db.sweep.create({
    data: { ...sweep, shopId: tx.shopId, id: newId(tx.now), finishedAt: tx.now, through: sweep.startedAt },
  });
}

/** Notes that the Admin API has no more to tell of an order (it is gone there). */
export async function noteComplete(tx: ShopTx, orderId: string): Promise<void> {
  await tx.db.order.updateMany({
    where: { shopId: tx.shopId, id: orderId },
    data: { completedAt: tx.now },
  });
}
