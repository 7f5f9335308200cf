import type { ShopTx } from "~/platform/database/shop.server";
import { factData } from "./past-queries.server";

/** What the shopper owes beside what comes back, as it was reckoned when the payout started; 0: nothing. */
export async function owesForExchange(tx: ShopTx, returnId: string): Promise<bigint> {
  const { owes } = await factData(tx, returnId, "return.refundStarted");
  return typeof owes === "string" ? BigInt(owes) : 0n;
}
