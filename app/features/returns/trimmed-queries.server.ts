import type { ShopTx } from "~/platform/database/shop.server";

const MOST = 500;

/** The fulfilment lines of which staff took something off this return here. */
export async function trimmedLines(tx: ShopTx, returnId: string): Promise<Set<string>> {
  const rows = await tx.db.fact.findMany({
    where: { shopId: tx.shopId, returnId, kind: "return.changed", actor: "staff" },
    orderBy: { at: "desc" },
    take: MOST,
    select: { data: true },
  });
  return new Set(
    rows.flatMap(({ data }) => {
      const { fulfilmentLineId } = (data ?? {}) as Record<string, unknown>;
      return typeof fulfilmentLineId === "string" ? [fulfilmentLineId] : [];
    }),
  );
}
