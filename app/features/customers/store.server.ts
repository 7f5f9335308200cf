import type { ShopTx } from "~/platform/database/shop.server";
import { type PrivacyTopic, type Receipt, receiptSchema } from "./schema";

/** Notes a request as received; one that is known keeps the time it first came. */
export async function noteRequest(tx: ShopTx, id: string, topic: PrivacyTopic): Promise<void> {
  await tx.db.privacyRequest.createMany({
    data: [{ shopId: tx.shopId, id, topic, receivedAt: tx.now, receipt: {} }],
    skipDuplicates: true,
  });
}

/** The receipt so far, or null before the request was first completed. */
export async function receiptOf(tx: ShopTx, id: string): Promise<Receipt | null> {
  const row = await tx.db.privacyRequest.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id } },
    select: { completedAt: true, receipt: true },
  });
  return row?.completedAt ? receiptSchema.parse(row.receipt) : null;
}

export async function completeRequest(tx: ShopTx, id: string, receipt: Receipt): Promise<void> {
  await tx.db.privacyRequest.update({
    where: { shopId_id: { shopId: tx.shopId, id } },
    data: { completedAt: tx.now, receipt },
  });
}

/** The files gathered for a customer's earlier requests, and their receipts without them. */
export async function takeGatheredFiles(tx: ShopTx, customerId: string): Promise<string[]> {
  const rows = await tx.db.privacyRequest.findMany({
    where: { shopId: tx.shopId, receipt: { path: ["customerId"], equals: customerId } },
    select: { id: true, receipt: true },
  });
  const taken: string[] = [];
  for (const row of rows) {
    const receipt = receiptSchema.parse(row.receipt);
    if (receipt.files.length === 0) continue;
    taken.push(...receipt.files.map((file) => file.id));
    await tx.db.privacyRequest.update({
      where: { shopId_id: { shopId: tx.shopId, id: row.id } },
      data: { receipt: { ...receipt, files: [] } },
    });
  }
  return taken;
}

/** Takes one gathered file off its receipt; null when no receipt of this shop names it. */
export async function takeGatheredFile(
  tx: ShopTx,
  requestId: string,
  fileId: string,
): Promise<string | null> {
  const receipt = await receiptOf(tx, requestId);
  if (!receipt?.files.some((file) => file.id === fileId)) return null;
  const files = receipt.files.filter((file) => file.id !== fileId);
  await tx.db.privacyRequest.update({
    where: { shopId_id: { shopId: tx.shopId, id: requestId } },
    data: { receipt: { ...receipt, files } },
  });
  return fileId;
}
