import type { ShopTx } from "~/platform/database/shop.server";
import { type Matrix, qrCode } from "~/platform/labels/barcodes";
import type { Money } from "~/values/money";
import { owedFor } from "./owed-for-return.server";
import { METHODS, type Method, OUTCOMES, type Outcome } from "./policy-schema";
import { paidWays, type ReturnForMail } from "./queries.server";
import { type Quote, quoteOf, readQuote } from "./quote";
import { kept as readKept } from "./store.server";

/** A line of it, and what was found of it once the parcel was looked at. */
export type ShopperLine = {
  id: string;
  outcome: Outcome;
  exchangeTitle: string | null;
  exchangePrice: Money | null;
  quantity: number;
  accepted: number;
  rejected: number;
  rejectReason: string | null;
  /** what staff photographed of it when they looked at it */
  photos: { fileId: string }[];
};

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
  lines: ShopperLine[];
  /** was what came looked at? */
  inspected: boolean;
  /** what went out, by the ways it went */
  paid: ReturnForMail["paid"];
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
      photos: { select: { fileId: true, kind: true, returnLineId: true }, orderBy: { id: "asc" } },
    },
  });
  if (!row) return null;
  const { label, photos } = row;
  return {
    method: METHODS.find((one) => one === row.method) ?? "label",
    qr: qrCode(row.rma),
    gift: row.gift,
    giftEmail: row.giftEmail,
    quote: await quoteNow(tx, row),
    inspected: row.inspectedAt !== null,
    paid: await paidWays(tx, row),
    refundBy: row.refundBy,
    sendBackBy: row.sendBackBy,
    handedIn: row.exchangeSentAt !== null || (await wasScanned(tx, returnId)),
    lines: row.lines.map(({ id, outcome, exchangeTitle, exchangePrice, ...line }) => ({
      id,
      quantity: line.quantity,
      accepted: line.acceptedQuantity,
      rejected: line.rejectedQuantity,
      rejectReason: line.rejectReason,
      photos: photos.filter((one) => one.kind === "inspection" && one.returnLineId === id),
      outcome: OUTCOMES.find((one) => one === outcome) ?? "refund",
      exchangeTitle,
      exchangePrice: exchangePrice === null ? null : { amount: exchangePrice, currency: row.currency },
    })),
    photos: photos.filter(({ kind }) => kind === "request"),
    parcel: label?.trackingNumber
      ? { carrier: label.carrier, number: label.trackingNumber, url: label.trackingUrl }
      : null,
    together: row.groupId ? await askedTogether(tx, row.groupId, returnId) : [],
  };
}

/** What was promised; once the parcel was looked at, for what was accepted of it. */
async function quoteNow(tx: ShopTx, row: Parameters<typeof readKept>[0]): Promise<Quote | null> {
  const promised = readQuote(row.quote);
  const owed = promised && row.inspectedAt ? await owedFor(tx, readKept(row)) : null;
  if (!promised || !owed) return promised;
  const refundBy = row.refundBy?.toISOString() ?? null;
  return quoteOf(owed, { method: promised.method, refundBy, shopify: null });
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

/** The return on which one of these requests was put already, with its order; none when none was. */
export async function joinedBefore(
  tx: ShopTx,
  returnId: string,
  requestKeys: readonly string[],
): Promise<{ id: string; orderId: string; orderName: string }[]> {
  const keys = requestKeys.map((key) => `return.changed:${returnId}:${key}`);
  const where = { shopId: tx.shopId, key: { in: keys }, returnId };
  if ((await tx.db.fact.count({ where })) === 0) return [];
  const rows = await tx.db.return.findMany({
    where: { shopId: tx.shopId, id: returnId },
    select: { id: true, orderId: true, order: { select: { name: true } } },
  });
  return rows.map(({ order, ...row }) => ({ ...row, orderName: order.name }));
}

/** The returns that were made by these requests already, each with its order. */
export const madeBefore = (
  tx: ShopTx,
  requestKeys: readonly string[],
): Promise<{ id: string; orderId: string; orderName: string }[]> =>
  tx.db.$queryRaw`
    select r.id, r."orderId", o.name as "orderName"
    from "return" r join orders o on o."shopId" = r."shopId" and o.id = r."orderId"
    where r."shopId" = ${tx.shopId} and r."requestKey" = any(${[...requestKeys]}) order by r.id`;
