import type { ShopTx } from "~/platform/database/shop.server";
import { type Matrix, qrCode } from "~/platform/labels/barcodes";
import type { Money } from "~/values/money";
import { METHODS, type Method, OUTCOMES, type Outcome } from "./policy-schema";
import { type Quote, readQuote } from "./quote";

/** What a shopper sees of their return beside what everybody does. */
export type ShopperReturn = {
  method: Method;
  /** the return's number as a QR symbol, as it is on labels too */
  qr: Matrix | null;
  gift: boolean;
  giftEmail: string | null;
  quote: Quote | null;
  /** the refund is promised until the end of this day */
  refundBy: Date | null;
  /** what was sent ahead has to be sent back by the end of this day, or paid */
  sendBackBy: Date | null;
  /** the carrier has it, or what is sent instead is under way */
  handedIn: boolean;
  lines: { id: string; outcome: Outcome; exchangeTitle: string | null; exchangePrice: Money | null }[];
  photos: { fileId: string }[];
  /** where the parcel is, when a carrier's label was bought */
  parcel: { carrier: string | null; number: string; url: string | null } | null;
  /** the other returns that were asked for with it */
  together: { id: string; rma: string; orderId: string; orderName: string }[];
};

/** Null when this shop has no such return. */
export async function shopperReturn(tx: ShopTx, returnId: string): Promise<ShopperReturn | null> {
  const { shopId } = tx;
  const row = await tx.db.return.findUnique({
    where: { shopId_id: { shopId, id: returnId } },
    include: {
      lines: { orderBy: { id: "asc" } },
      label: { select: { carrier: true, trackingNumber: true, trackingUrl: true } },
      photos: { where: { kind: "request" }, select: { fileId: true }, orderBy: { id: "asc" } },
    },
  });
  if (!row) return null;
  const { label, photos } = row;
  return {
    method: METHODS.find((one) => one === row.method) ?? "label",
    qr: qrCode(row.rma),
    gift: row.gift,
    giftEmail: row.giftEmail,
    quote: readQuote(row.quote),
    refundBy: row.refundBy,
    sendBackBy: row.sendBackBy,
    handedIn: row.exchangeSentAt !== null || (await wasScanned(tx, returnId)),
    lines: row.lines.map(({ id, outcome, exchangeTitle, exchangePrice }) => ({
      id,
      outcome: OUTCOMES.find((one) => one === outcome) ?? "refund",
      exchangeTitle,
      exchangePrice: exchangePrice === null ? null : { amount: exchangePrice, currency: row.currency },
    })),
    photos,
    parcel: label?.trackingNumber
      ? { carrier: label.carrier, number: label.trackingNumber, url: label.trackingUrl }
      : null,
    together: row.groupId ? await askedTogether(tx, row.groupId, returnId) : [],
  };
}

/** Has the carrier seen the parcel? */
export const wasScanned = async (tx: ShopTx, returnId: string): Promise<boolean> =>
  (await tx.db.fact.findFirst({
    where: { shopId: tx.shopId, returnId, kind: "return.scanned" },
    select: { id: true },
  })) !== null;

/** The other returns of a group, each with the order it is of. */
async function askedTogether(
  tx: ShopTx,
  groupId: string,
  returnId: string,
): Promise<ShopperReturn["together"]> {
  const rows = await tx.db.return.findMany({
    where: { shopId: tx.shopId, groupId, id: { not: returnId } },
    select: { id: true, rma: true, orderId: true, order: { select: { name: true } } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ order, ...row }) => ({ ...row, orderName: order.name }));
}

/** The returns that were made by these requests already, each with its order. */
export async function madeBefore(
  tx: ShopTx,
  requestKeys: readonly string[],
): Promise<{ id: string; orderId: string; orderName: string }[]> {
  const rows = await tx.db.return.findMany({
    where: { shopId: tx.shopId, requestKey: { in: [...requestKeys] } },
    select: { id: true, orderId: true, order: { select: { name: true } } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ order, ...row }) => ({ ...row, orderName: order.name }));
}
