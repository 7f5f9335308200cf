import type { ShopTx } from "~/platform/database/shop.server";
import { putFile } from "~/platform/files/files.server";
import { newId } from "~/values/ids";
import type { Money } from "~/values/money";
import { answersInWords } from "./answers";
import { currentPolicy } from "./policy";
import { readQuote } from "./quote";
import { readSentAlso } from "./sent-also";
import type { ReturnPlus } from "./staff-return";

/** What staff see of a return beside what its shopper sees; null when this shop has no such return. */
export async function returnPlus(tx: ShopTx, returnId: string): Promise<ReturnPlus | null> {
  const { shopId } = tx;
  const row = await tx.db.return.findUnique({
    where: { shopId_id: { shopId, id: returnId } },
    include: {
      lines: { include: { orderLine: true }, orderBy: { orderLine: { position: "asc" } } },
      label: {
        select: { kind: true, carrier: true, trackingNumber: true, trackingUrl: true, createdAt: true },
      },
      photos: { orderBy: { createdAt: "asc" }, take: MOST_PHOTOS },
      purchases: { orderBy: { createdAt: "desc" }, take: MOST_PURCHASES },
      strays: { orderBy: { at: "asc" }, take: MOST_STRAYS },
      approvals: { orderBy: { askedAt: "desc" }, take: MOST_APPROVALS },
      notes: { orderBy: { at: "desc" }, take: MOST_NOTES },
    },
  });
  if (!row) return null;
  const entries = await tx.db.ledgerEntry.findMany({
    where: { shopId, orderId: row.orderId, returnId },
    orderBy: { at: "asc" },
  });
  const policy = await currentPolicy(tx);
  const { currency } = row;
  const money = (amount: bigint): Money => ({ amount, currency });
  return {
    id: row.id,
    method: row.method,
    gift: row.gift,
    source: row.source,
    refundBy: row.refundBy,
    sendBackBy: row.sendBackBy,
    inspectedAt: row.inspectedAt,
    quote: readQuote(row.quote),
    tracking: row.label?.trackingNumber
      ? { carrier: row.label.carrier, number: row.label.trackingNumber, url: row.label.trackingUrl }
      : null,
    labelKind: row.label?.kind ?? null,
    lines: row.lines.map(({ orderLine, answers, exchangePrice, restockingFee, bonus, ...line }) => ({
      ...line,
      title: orderLine.title,
      variantTitle: orderLine.variantTitle,
      sku: orderLine.sku,
      imageUrl: orderLine.imageUrl,
      answers: answersInWords(policy, answers),
      exchangePrice: exchangePrice === null ? null : money(exchangePrice),
      restockingFee: money(restockingFee),
      bonus: money(bonus),
    })),
    photos: row.photos.map(({ id, fileId, kind, returnLineId }) => ({ id, fileId, kind, returnLineId })),
    purchases: row.purchases.map(({ cost, currency: paidIn, ...one }) => ({
      id: one.id,
      carrier: one.carrier,
      service: one.service,
      state: one.state,
      reason: one.reason,
      trackingNumber: one.trackingNumber,
      parcelStatus: one.parcelStatus,
      parcelAt: one.parcelAt,
      cost: cost !== null && paidIn ? { amount: cost, currency: paidIn } : null,
    })),
    sentAlso: readSentAlso(row.sentAlso).map(({ id, title, quantity, processed, value }) => ({
      ...{ id, title, quantity },
      value: processed > 0 ? money(value) : null,
    })),
    strays: row.strays,
    approvals: row.approvals.map((one) => ({ ...one, amount: money(one.amount) })),
    notes: row.notes.map(({ id, text, actorName, at }) => ({ id, text, actorName, at })),
    entries: entries.map(({ id, kind, state, actorName, at, amount }) => ({
      ...{ id, kind, state, actorName, at },
      amount: money(amount),
    })),
  };
}

const MOST_PHOTOS = 60;
const MOST_PURCHASES = 10;
const MOST_STRAYS = 50;
const MOST_APPROVALS = 5;
const MOST_NOTES = 50;

/** The other returns of a request over several orders. */
export const siblingsOf = (tx: ShopTx, returnId: string, groupId: string | null) =>
  groupId === null
    ? Promise.resolve([])
    : tx.db.return.findMany({
        where: { shopId: tx.shopId, groupId, id: { not: returnId } },
        select: { id: true, rma: true },
        take: 20,
      });

/** How many photos staff took of a thing. */
export const countStaffPhotos = (tx: ShopTx, returnLineId: string): Promise<number> =>
  tx.db.returnPhoto.count({ where: { shopId: tx.shopId, returnLineId, kind: "inspection" } });

/** Keeps a cleaned photo that staff took of a thing. */
export async function insertStaffPhoto(
  tx: ShopTx,
  to: { returnId: string; returnLineId: string },
  bytes: Uint8Array,
): Promise<void> {
  const fileId = await putFile(tx, { name: "photo.jpg", contentType: "image/jpeg", bytes });
  await tx.db.returnPhoto.create({
    data: { ...to, shopId: tx.shopId, id: newId(tx.now), fileId, kind: "inspection", createdAt: tx.now },
  });
}

/** Keeps what staff wrote about a return. */
export async function insertNote(
  tx: ShopTx,
  note: { id: string; returnId: string; text: string; staffId: string; actorName: string },
): Promise<void> {
  await tx.db.returnNote.create({ data: { ...note, shopId: tx.shopId, at: tx.now } });
}

/** The latest conversation about an order that staff can go on with, if any. */
export async function conversationOf(tx: ShopTx, orderId: string): Promise<string | null> {
  const row = await tx.db.conversation.findFirst({
    where: { shopId: tx.shopId, orderId },
    orderBy: { lastMessageAt: "desc" },
    select: { id: true },
  });
  return row?.id ?? null;
}
