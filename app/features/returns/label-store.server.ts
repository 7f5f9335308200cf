import type { Prisma } from "@prisma/client";
import type { ShopFace } from "~/features/settings/queries.server";
import type { BoughtLabel } from "~/platform/carriers/carrier";
import { carrierOf } from "~/platform/carriers/registry";
import type { ShopTx } from "~/platform/database/shop.server";
import { deleteFiles } from "~/platform/files/files.server";
import { newId } from "~/values/ids";
import type { ShopMeans } from "./contradictions";

export type Account = Prisma.CarrierAccountGetPayload<object>;
export type Purchase = Prisma.LabelPurchaseGetPayload<object>;

export type KeptLabel = Prisma.ReturnLabelGetPayload<object>;

export const labelOf = (tx: ShopTx, returnId: string): Promise<KeptLabel | null> =>
  tx.db.returnLabel.findUnique({ where: { shopId_returnId: { shopId: tx.shopId, returnId } } });

export async function insertLabel(
  tx: ShopTx,
  label: Pick<KeptLabel, "returnId" | "a4FileId" | "letterFileId" | "thermalFileId">,
): Promise<void> {
  await tx.db.returnLabel.create({
    data: { ...label, shopId: tx.shopId, id: newId(tx.now), createdAt: tx.now },
  });
}

export async function noteAttached(tx: ShopTx, returnId: string, deliveryId: string | null): Promise<void> {
  await tx.db.returnLabel.updateMany({
    where: { shopId: tx.shopId, returnId, attachedAt: null },
    data: { attachedAt: tx.now, shopifyReverseDeliveryId: deliveryId },
  });
}

/** The files a label consists of. */
export const filesOf = (
  label: Pick<KeptLabel, "a4FileId" | "letterFileId" | "thermalFileId" | "qrFileId">,
): string[] => [
  label.a4FileId,
  label.letterFileId,
  label.thermalFileId,
  ...(label.qrFileId ? [label.qrFileId] : []),
];

/** A shop has a handful of accounts. */
export const MOST_ACCOUNTS = 20;

/** The shop's accounts in the order in which they are asked. */
export const accountsOf = (tx: ShopTx): Promise<Account[]> =>
  tx.db.carrierAccount.findMany({
    where: { shopId: tx.shopId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: MOST_ACCOUNTS,
  });

/** What the shop's accounts that are switched on, and staff who upload labels, can give. */
export async function meansOf(tx: ShopTx, { settings }: Pick<ShopFace, "settings">): Promise<ShopMeans> {
  // Asked with every return, so in plain SQL: the database client takes longer to plan than to ask.
  const rows = await tx.db.$queryRaw<{ carrier: string }[]>`
    select distinct carrier from carrier_account where "shopId" = ${tx.shopId} and enabled`;
  const sellers = rows.flatMap(({ carrier }) => carrierOf(carrier)?.capabilities ?? []);
  return {
    sellsQrCodes: sellers.some(({ qrCodes }) => qrCodes),
    hasPrepaidLabels: settings.labels.fallback === "upload" || sellers.some(({ buysLabels }) => buysLabels),
  };
}

const key = (tx: ShopTx, id: string) => ({ shopId_id: { shopId: tx.shopId, id } });

export const accountById = (tx: ShopTx, id: string): Promise<Account | null> =>
  tx.db.carrierAccount.findUnique({ where: key(tx, id) });

export async function insertAccount(
  tx: ShopTx,
  account: Pick<Account, "carrier" | "name" | "credentials" | "position">,
): Promise<void> {
  const made = { id: newId(tx.now), shopId: tx.shopId, options: {}, updatedAt: tx.now };
  await tx.db.carrierAccount.create({ data: { ...account, ...made } });
}

export async function saveAccount(
  tx: ShopTx,
  id: string,
  changes: Partial<Pick<Account, "name" | "credentials" | "position" | "enabled">>,
): Promise<void> {
  await tx.db.carrierAccount.update({ where: key(tx, id), data: changes });
}

/** Forgets an account; what was bought with it stays, without it. */
export async function dropAccount(tx: ShopTx, id: string): Promise<void> {
  await tx.db.labelPurchase.updateMany({
    where: { shopId: tx.shopId, accountId: id },
    data: { accountId: null },
  });
  await tx.db.carrierAccount.deleteMany({ where: { shopId: tx.shopId, id } });
}

/** What was bought, or tried, for a return; the latest first. */
export const purchasesOf = (tx: ShopTx, returnId: string): Promise<Purchase[]> =>
  tx.db.labelPurchase.findMany({
    where: { shopId: tx.shopId, returnId },
    orderBy: { createdAt: "desc" },
    take: 50,
  });

/** Notes that a label is about to be bought, before it is: under its key, once. Answers the purchase. */
export async function openPurchase(
  tx: ShopTx,
  about: { returnId: string; accountId: string; key: string; carrier: string },
): Promise<Purchase> {
  const row = { ...about, shopId: tx.shopId, id: newId(tx.now), state: "buying", createdAt: tx.now };
  await tx.db.labelPurchase.createMany({ data: [row], skipDuplicates: true });
  const where = { shopId_key: { shopId: tx.shopId, key: about.key } };
  return tx.db.labelPurchase.findUniqueOrThrow({ where });
}

export async function savePurchase(
  tx: ShopTx,
  id: string,
  changes: Prisma.LabelPurchaseUncheckedUpdateInput,
): Promise<void> {
  await tx.db.labelPurchase.update({ where: key(tx, id), data: changes });
}

/** Nobody hands a parcel in sooner. */
const FIRST_ASKED_AFTER_MS = 4 * 3_600_000;

/** What a purchase has become: money spent, and a number to follow. */
export const asBought = (label: BoughtLabel, now: Date) => ({
  state: "bought",
  externalId: label.externalId,
  ...(label.carrier ? { carrier: label.carrier } : {}),
  service: label.service,
  trackingNumber: label.trackingNumber,
  trackingUrl: label.trackingUrl,
  cost: label.cost?.amount ?? null,
  currency: label.cost?.currency ?? null,
  reason: null,
  boughtAt: now,
  nextTrackAt: label.trackingNumber ? new Date(now.getTime() + FIRST_ASKED_AFTER_MS) : null,
});

/**
 * Puts one file in the place of all three sizes, and forgets the files of whatever label was there. It is not
 * attached at Shopify yet.
 */
export async function replaceLabel(
  tx: ShopTx,
  label: Pick<KeptLabel, "returnId" | "kind" | "carrier" | "trackingNumber" | "trackingUrl"> & {
    fileId: string;
    qrFileId?: string | null;
  },
): Promise<void> {
  const { fileId, qrFileId = null, returnId, ...rest } = label;
  const files = { a4FileId: fileId, letterFileId: fileId, thermalFileId: fileId, qrFileId };
  const fresh = { ...rest, ...files, attachedAt: null, shopifyReverseDeliveryId: null, createdAt: tx.now };
  const before = await labelOf(tx, returnId);
  await tx.db.returnLabel.upsert({
    where: { shopId_returnId: { shopId: tx.shopId, returnId } },
    create: { ...fresh, shopId: tx.shopId, id: newId(tx.now), returnId },
    update: fresh,
  });
  if (before) await deleteFiles(tx, filesOf(before));
}

/** Puts other papers in the place of a label's; nothing else of it changes. */
export async function replacePapers(
  tx: ShopTx,
  label: KeptLabel,
  papers: Pick<KeptLabel, "a4FileId" | "letterFileId" | "thermalFileId">,
): Promise<void> {
  await tx.db.returnLabel.update({ where: key(tx, label.id), data: papers });
  await deleteFiles(tx, filesOf({ ...label, qrFileId: null }));
}

/** The labels of these returns that still go on, for printing; others of the list are left out. */
export const labelsOf = (tx: ShopTx, returnIds: string[]) =>
  tx.db.returnLabel.findMany({
    where: {
      shopId: tx.shopId,
      returnId: { in: returnIds },
      return: { state: { notIn: ["declined", "cancelled"] } },
    },
    select: { returnId: true, kind: true, a4FileId: true, letterFileId: true, thermalFileId: true },
  });
