import { randomBytes } from "node:crypto";
import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import { linkPhotos } from "./photo-store.server";
import { rmaFrom } from "./rma";
import type { KeptDecision } from "./schema";
import type { ReturnState } from "./states";

export type NewReturn = {
  orderId: string;
  requestKey: string;
  state: ReturnState;
  source: "shopper" | "staff" | "shopify";
  note: string | null;
  decision: KeptDecision;
  currency: string;
  shopifyReturnId?: string;
  lines: NewReturnLine[];
  /** absent for a return that Shopify made */
  asked?: {
    method: string;
    /** as `writeQuote` writes it */
    quote: object | null;
    groupId: string | null;
    giftEmail: string | null;
    refundBy: Date | null;
    /** the return at Shopify that this one takes the place of */
    replaces: string | null;
  };
};

export type NewReturnLine = {
  orderLineId: string;
  fulfilmentLineId: string;
  quantity: number;
  reason: string;
  note: string | null;
  shopifyReturnLineId?: string;
  outcome?: string;
  answers?: Record<string, string>;
  exchangeVariantId?: string | null;
  exchangeTitle?: string | null;
  exchangePrice?: bigint | null;
  restockingFee?: bigint;
  bonus?: bigint;
  photoIds?: readonly string[];
};

const MOST_TRIES = 8;

/** Writes a new return under a number that no other return of the shop has. Answers its id. */
export async function insert(tx: ShopTx, { lines, decision, asked, ...made }: NewReturn): Promise<string> {
  const id = newId(tx.now);
  const { quote, replaces, ...wanted } = asked ?? {};
  for (let tries = 0; ; tries++) {
    const row = {
      ...made,
      ...wanted,
      ...(quote ? { quote } : {}),
      ...(replaces ? { replacedIds: [replaces] } : {}),
      gift: Boolean(asked?.giftEmail),
      shopId: tx.shopId,
      id,
      rma: rmaFrom(randomBytes(16)),
      decision,
      requestedAt: tx.now,
      approvedAt: made.state === "approved" ? tx.now : null,
    };
    const { count } = await tx.db.return.createMany({ data: [row], skipDuplicates: true });
    if (count === 1) break;
    if (tries >= MOST_TRIES) throw new Error("No free return number was found");
  }
  await insertLines(tx, id, lines);
  return id;
}

/** Adds lines to a return, with the photos that were handed over for them. */
export async function insertLines(
  tx: ShopTx,
  returnId: string,
  lines: readonly NewReturnLine[],
): Promise<void> {
  const ids = lines.map(() => newId(tx.now)).sort();
  const rows = lines.map((line, at) => ({ ...line, id: ids[at] ?? newId(tx.now) }));
  await tx.db.returnLine.createMany({
    data: rows.map(({ photoIds: _photoIds, ...line }) => ({ ...line, shopId: tx.shopId, returnId })),
  });
  for (const { id, photoIds } of rows)
    if (photoIds) await linkPhotos(tx, photoIds, { returnId, returnLineId: id });
}
