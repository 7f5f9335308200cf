import type { Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import type { Journey } from "./parcel-journey";

/** Labels whose parcel is asked for, with the account that bought them. */
export type DueParcel = Prisma.LabelPurchaseGetPayload<{ include: { account: true } }>;

/** Their returns wait for a parcel; one that was paid early still does. */
const WAITING = ["approved", "labelled", "refunded"];

/** Labels whose carrier is to be asked by now, those that wait longest first. */
export const dueParcels = (tx: ShopTx, most: number): Promise<DueParcel[]> =>
  tx.db.labelPurchase.findMany({
    where: { shopId: tx.shopId, nextTrackAt: { lte: tx.now } },
    include: { account: true },
    orderBy: { nextTrackAt: "asc" },
    take: most,
  });

/** Of these labels, those whose return still waits for its parcel. */
export async function stillAwaited(tx: ShopTx, parcels: readonly DueParcel[]): Promise<Set<string>> {
  const rows = await tx.db.return.findMany({
    where: {
      shopId: tx.shopId,
      id: { in: parcels.map((one) => one.returnId) },
      state: { in: WAITING },
      receivedAt: null,
    },
    select: { id: true },
  });
  const open = new Set(rows.map((row) => row.id));
  return new Set(
    parcels.filter((one) => open.has(one.returnId) && one.state === "bought").map((one) => one.id),
  );
}

/** When this label's carrier is asked next; null: never again. */
export async function askNext(tx: ShopTx, id: string, nextTrackAt: Date | null): Promise<void> {
  await tx.db.labelPurchase.updateMany({ where: { shopId: tx.shopId, id }, data: { nextTrackAt } });
}

/** Notes where the parcel with this number is, unless something later is known already. */
export async function saveJourney(
  tx: ShopTx,
  trackingNumber: string,
  { status, at }: Journey,
): Promise<void> {
  if (!status) return;
  await tx.db.labelPurchase.updateMany({
    where: {
      shopId: tx.shopId,
      trackingNumber,
      OR: [{ parcelAt: null }, { parcelAt: { lt: at } }],
    },
    data: { parcelStatus: status, parcelAt: at },
  });
}
