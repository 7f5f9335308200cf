import { barredAmong } from "~/platform/channels/email/barred.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import { emailKey } from "~/values/keys";
import type { Person } from "../privacy.server";
import { lastAsked } from "../rating-store.server";
import type { Buyer } from "./recommendation";

const byId = (tx: ShopTx, id: string) => ({ shopId_id: { shopId: tx.shopId, id } });
/** A return in these states is still on its way, or its money is. */
const UNDER_WAY = ["requested", "approved", "labelled", "received"];

/** What decides whether an order's buyer is asked, with their language; null when this shop has no such order. */
export async function buyerOf(
  tx: ShopTx,
  orderId: string,
): Promise<(Buyer & { locale: string | null }) | null> {
  const order = await tx.db.order.findUnique({
    where: byId(tx, orderId),
    select: {
      email: true,
      locale: true,
      test: true,
      backfilled: true,
      cancelledAt: true,
      redactedAt: true,
      recommendation: { select: { id: true } },
      fulfilments: { where: { status: { not: "cancelled" } }, select: { deliveredAt: true } },
      returns: { where: { state: { in: UNDER_WAY } }, select: { id: true }, take: 1 },
    },
  });
  if (!order) return null;
  const email = order.email ? emailKey(order.email) : "";
  return {
    email,
    locale: order.locale,
    arrivedAt: lastOf(order.fulfilments.map(({ deliveredAt }) => deliveredAt)),
    cancelled: order.cancelledAt !== null,
    test: order.test || order.backfilled,
    redacted: order.redactedAt !== null,
    asked: order.recommendation !== null,
    isWaiting: order.returns.length > 0 || (await waits(tx, email)),
    barred: (await barredAmong(tx, [email])).length > 0 || (await hasStopped(tx, email)),
    lastAsked: await lastAsked(tx, email),
  };
}

/** The last of these moments; null when one is still to come, or there are none. */
const lastOf = (moments: (Date | null)[]): Date | null => {
  const known = moments.flatMap((one) => (one ? [one.getTime()] : []));
  return known.length === 0 || known.length < moments.length ? null : new Date(Math.max(...known));
};

const waits = async (tx: ShopTx, email: string): Promise<boolean> =>
  (await tx.db.conversation.findFirst({
    where: { shopId: tx.shopId, email, awaitingSince: { not: null } },
    select: { id: true },
  })) !== null;

const hasStopped = async (tx: ShopTx, email: string): Promise<boolean> =>
  (await tx.db.recommendation.findFirst({
    where: { shopId: tx.shopId, email, stoppedAt: { not: null } },
    select: { id: true },
  })) !== null;

export async function addRecommendation(
  tx: ShopTx,
  given: { orderId: string; email: string; locale: string },
): Promise<string> {
  const id = newId(tx.now);
  await tx.db.recommendation.create({ data: { ...given, shopId: tx.shopId, id, askedAt: tx.now } });
  return id;
}

export const loadRecommendation = (tx: ShopTx, id: string) =>
  tx.db.recommendation.findUnique({ where: byId(tx, id) });

export const saveRecommendation = async (
  tx: ShopTx,
  id: string,
  change: { score: number; comment: string | null; answeredAt: Date } | { stoppedAt: Date },
): Promise<void> => {
  await tx.db.recommendation.update({ where: byId(tx, id), data: change });
};

const ofPerson = (tx: ShopTx, { emailKey: email, orderIds }: Person) => ({
  shopId: tx.shopId,
  OR: [{ orderId: { in: orderIds } }, ...(email ? [{ email }] : [])],
});

/** What a person was asked, and what they said. */
export const recommendationsForExport = (tx: ShopTx, person: Person) =>
  tx.db.recommendation.findMany({
    where: ofPerson(tx, person),
    orderBy: { askedAt: "asc" },
    omit: { shopId: true },
  });

export const eraseRecommendations = async (tx: ShopTx, person: Person): Promise<void> => {
  await tx.db.recommendation.deleteMany({ where: ofPerson(tx, person) });
};

/** Those asked long ago, the oldest first; whoever wants no such question stays known. */
const askedBefore = (tx: ShopTx, before: Date, most: number) =>
  tx.db.recommendation.findMany({
    where: { shopId: tx.shopId, askedAt: { lt: before }, stoppedAt: null },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: most,
    select: { id: true },
  });

/** What is kept of it how long is the merchant's to say. */
export const recommendationRetention = {
  sweep: async (tx: ShopTx, before: Date, most: number): Promise<number> => {
    const ids = (await askedBefore(tx, before, most)).map(({ id }) => id);
    await tx.db.recommendation.deleteMany({ where: { shopId: tx.shopId, id: { in: ids } } });
    return ids.length;
  },
  due: async (tx: ShopTx, before: Date, most: number): Promise<number> =>
    (await askedBefore(tx, before, most)).length,
};
