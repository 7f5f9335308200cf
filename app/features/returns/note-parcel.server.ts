import type { Tracking } from "~/platform/carriers/tracking";
import type { ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { returnFact } from "./facts";
import { type Journey, journeyOf } from "./parcel-journey";
import { saveJourney } from "./parcel-store.server";
import { byTrackingNumber } from "./scan-queries.server";
import { noteReturnScan } from "./scan-return.server";
import { mayStep } from "./states";

const DAY = 86_400_000;

/**
 * Takes in what a carrier says of a parcel: its first scan, where it is, and that it came back. Said again, late
 * or in another order, it changes nothing. Answers the journey, null when the parcel is of none of our returns.
 */
export async function noteParcel(tx: ShopTx, tracking: Tracking): Promise<Journey | null> {
  const number = tracking.trackingNumber;
  const found = number ? await byTrackingNumber(tx, number) : [];
  if (!number || found.length === 0) return null;
  const asked = Math.min(...found.map((one) => one.requestedAt.getTime()));
  // A day for scanners whose clocks and zones are off.
  const journey = journeyOf(tracking, new Date(asked - DAY), tx.now);
  await saveJourney(tx, number, journey);
  if (journey.handedInAt) await noteReturnScan(tx, number, journey.handedInAt);
  const { deliveredAt } = journey;
  if (deliveredAt)
    for (const one of found)
      if (mayStep(one.state, "receive"))
        await record(
          tx,
          returnFact("return.deliveredBack", one, { kind: "system" }, { at: deliveredAt.toISOString() }),
        );
  return journey;
}
