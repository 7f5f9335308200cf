import type { ShopTx } from "~/platform/database/shop.server";
import type { Money } from "~/values/money";

export type ReturnFact = {
  id: string;
  kind: string;
  actor: string;
  actorName: string | null;
  at: Date;
};

/** What happened to a return, the latest first. */
export const returnTimeline = (tx: ShopTx, returnId: string): Promise<ReturnFact[]> =>
  tx.db.fact.findMany({
    where: { shopId: tx.shopId, returnId },
    orderBy: { at: "desc" },
    take: 100,
    select: { id: true, kind: true, actor: true, actorName: true, at: true },
  });

export type ReturnMoney = {
  paid: Money;
  /** what went back for the order's other reasons, and other returns */
  otherwise: Money;
  left: Money;
  /** a refund of this return is promised and on its way */
  underWay: boolean;
};

/** What was paid for the order and what went back, with this return's own payout apart. */
export async function returnMoney(
  tx: ShopTx,
  about: { id: string; orderId: string },
): Promise<ReturnMoney | null> {
  const ledger = await tx.db.ledger.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: about.orderId } },
    include: { entries: { where: { returnId: about.id, state: { not: "voided" } } } },
  });
  if (!ledger) return null;
  const money = (amount: bigint): Money => ({ amount, currency: ledger.currency });
  const own = ledger.entries.reduce((sum, entry) => sum + entry.amount, 0n);
  return {
    paid: money(ledger.paid),
    otherwise: money(ledger.paidOut - own),
    left: money(ledger.paid - ledger.paidOut),
    underWay: ledger.entries.some((entry) => entry.state === "intended"),
  };
}
