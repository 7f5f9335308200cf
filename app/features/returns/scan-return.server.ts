import type { ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { returnFact } from "./facts";
import { byTrackingNumber } from "./scan-queries.server";
import { mayStep } from "./states";

/**
 * A carrier has scanned a parcel with this tracking number. When it is the label of a return that is on its way,
 * that is noted once, and where the policy refunds on the first scan, the refund follows. Answers whether it was
 * a return's. `at`: when the carrier scanned it.
 */
export async function noteReturnScan(tx: ShopTx, trackingNumber: string, at: Date): Promise<boolean> {
  const found = await byTrackingNumber(tx, trackingNumber);
  for (const one of found)
    if (mayStep(one.state, "receive"))
      await record(tx, returnFact("return.scanned", one, { kind: "system" }, { at: at.toISOString() }));
  return found.length > 0;
}
