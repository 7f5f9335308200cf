import type { ShopTx } from "~/platform/database/shop.server";
import { orderNameKey } from "~/values/keys";
import { rmaIn } from "./marker";
import { readRma } from "./rma";
import type { ReturnState } from "./states";

/** A return that a scan or a typed number may mean. */
export type ScannedReturn = {
  id: string;
  orderId: string;
  rma: string;
  state: ReturnState;
  requestedAt: Date;
};

const LONGEST = 200;
const MOST = 10;

/**
 * The returns that somebody at the bench means: by the return number (as typed, or in a label's Code 128 or QR),
 * by the tracking number of its label, by the order's name, or by the return's name in Shopify ("#1001-R1"). The
 * latest first; one when the number is the return's own. Nothing found answers an empty list.
 */
export async function findReturnByScan(tx: ShopTx, text: string): Promise<ScannedReturn[]> {
  const scanned = text.slice(0, LONGEST).replaceAll("\u0000", "").trim();
  if (!scanned) return [];
  const rma = readRma(scanned) ?? rmaIn(scanned.toUpperCase());
  const numbered = rma ? await byRma(tx, rma) : [];
  if (numbered.length > 0) return numbered;
  const tracked = await byTracking(tx, trackingNumbersIn(scanned));
  return tracked.length > 0 ? tracked : byOrder(tx, scanned);
}

const select = { id: true, orderId: true, rma: true, state: true, requestedAt: true } as const;
const asScanned = (rows: (Omit<ScannedReturn, "state"> & { state: string })[]): ScannedReturn[] =>
  rows.map((row) => ({ ...row, state: row.state as ReturnState }));

const byRma = async (tx: ShopTx, rma: string) =>
  asScanned(await tx.db.return.findMany({ where: { shopId: tx.shopId, rma }, select }));

/**
 * What a barcode may say of a tracking number: the number itself, or behind the routing code that USPS puts in
 * front of it (application identifier 420 with a ZIP code of 5 or 9 digits; Publication 199).
 */
export function trackingNumbersIn(scanned: string): string[] {
  const plain = scanned
    .replaceAll("\u001d", "") // GS1's separator, as some scanners send it
    .replace(/[\s-]+/g, "")
    .replace(/^\]C1/, "")
    .toUpperCase();
  if (!/^[A-Z0-9]{8,48}$/.test(plain)) return [];
  const routed = /^420(?:\d{5}|\d{9})(9\d{21}(?:\d{4})?)$/.exec(plain)?.[1];
  return [...new Set([scanned, plain, ...(routed ? [routed] : [])])];
}

/** The returns whose label has exactly this tracking number. */
export const byTrackingNumber = (tx: ShopTx, number: string): Promise<ScannedReturn[]> =>
  byTracking(tx, [number]);

async function byTracking(tx: ShopTx, numbers: string[]): Promise<ScannedReturn[]> {
  if (numbers.length === 0) return [];
  const where = { shopId: tx.shopId, trackingNumber: { in: numbers } };
  const labels = await tx.db.returnLabel.findMany({ where, select: { returnId: true } });
  const bought = await tx.db.labelPurchase.findMany({ where, select: { returnId: true } });
  const id = { in: [...new Set([...labels, ...bought].map((one) => one.returnId))] };
  return asScanned(
    await tx.db.return.findMany({
      where: { shopId: tx.shopId, id },
      orderBy: { requestedAt: "desc" },
      take: MOST,
      select,
    }),
  );
}

async function byOrder(tx: ShopTx, name: string): Promise<ScannedReturn[]> {
  const nameKeys = [name, name.replace(/-R\d{1,3}$/i, "")].map(orderNameKey).filter(Boolean);
  const orders = await tx.db.order.findMany({
    where: { shopId: tx.shopId, nameKey: { in: nameKeys } },
    take: MOST,
    select: { id: true },
  });
  if (orders.length === 0) return [];
  return asScanned(
    await tx.db.return.findMany({
      where: { shopId: tx.shopId, orderId: { in: orders.map((order) => order.id) } },
      orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
      take: MOST,
      select,
    }),
  );
}
