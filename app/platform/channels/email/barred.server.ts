import type { ShopTx } from "~/platform/database/shop.server";
import { keyedDigest } from "~/platform/secrets.server";
import { emailKey } from "~/values/keys";

const CHANNEL = "email";

/** What bars an address: mail to it came back, or its reader wishes less. */
export type BarCause = "bounce" | "wish";

/** The row that says why an address is barred: a digest, so that ids in links and logs name nobody. */
export const barId = (address: string, cause: BarCause): string =>
  keyedDigest("suppression", `${CHANNEL} ${cause} ${emailKey(address)}`).slice(0, 32);

/** Which of these addresses get no mail now that one may do without: it came back, or its reader wishes less. */
export async function barredAmong(tx: ShopTx, addresses: readonly string[]): Promise<string[]> {
  const rows = await tx.db.suppression.findMany({
    where: {
      shopId: tx.shopId,
      id: { in: addresses.flatMap((one) => [barId(one, "bounce"), barId(one, "wish")]) },
      scope: { in: ["everything", "optional"] },
      OR: [{ until: null }, { until: { gt: tx.now } }],
    },
    select: { address: true },
  });
  return rows.map(({ address }) => address);
}

/** Which of these addresses no mail of this shop may go to now, because it came back; comparable addresses. */
export async function unreachableAmong(tx: ShopTx, addresses: readonly string[]): Promise<string[]> {
  if (addresses.length === 0) return [];
  const rows = await tx.db.suppression.findMany({
    where: {
      shopId: tx.shopId,
      id: { in: addresses.map((one) => barId(one, "bounce")) },
      scope: "everything",
      OR: [{ until: null }, { until: { gt: tx.now } }],
    },
    select: { address: true },
  });
  return rows.map(({ address }) => address);
}
