import type { ShopTx } from "~/platform/database/shop.server";
import { type Page, pageOf, readCursor } from "~/values/cursor";
import { type PrivacyTopic, type Receipt, receiptSchema } from "./schema";

export type PrivacyRow = {
  id: string;
  topic: PrivacyTopic;
  receivedAt: Date;
  completedAt: Date | null;
  receipt: Receipt;
};
const PER_PAGE = 25;

/** Requests under privacy law, the latest first. */
export async function privacyPage(
  tx: ShopTx,
  asked: { after?: string | undefined; before?: string | undefined },
): Promise<Page<PrivacyRow>> {
  const [after, before] = [readCursor(asked.after), readCursor(asked.before)];
  const from = before ?? after;
  const beyond = before ? "gt" : "lt";
  const direction = before ? "asc" : "desc";
  const rows = await tx.db.privacyRequest.findMany({
    where: {
      shopId: tx.shopId,
      ...(from
        ? {
            OR: [{ receivedAt: { [beyond]: from.at } }, { receivedAt: from.at, id: { [beyond]: from.id } }],
          }
        : {}),
    },
    orderBy: [{ receivedAt: direction }, { id: direction }],
    take: PER_PAGE + 1,
    select: { id: true, topic: true, receivedAt: true, completedAt: true, receipt: true },
  });
  return pageOf(
    rows.map((row) => ({
      ...row,
      topic: row.topic as PrivacyTopic,
      receipt: receiptSchema.parse(row.receipt),
    })),
    PER_PAGE,
    { after, before },
    (row) => ({ at: row.receivedAt, id: row.id }),
  );
}
