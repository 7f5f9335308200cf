import { type PastParcel, readMoment } from "./parcel";

const DAY = 86_400_000;
/** By then a parcel has arrived, if anybody tells. */
const SHOULD_BE_THERE = 30 * DAY;
const LEAST_PARCELS = 20;

/**
 * Carriers of which fewer than half of the parcels that must have arrived are known to have: they do not tell.
 * "" stands for parcels without a carrier. Judged from 20 parcels on.
 */
export function silentCarriers(parcels: readonly PastParcel[], now: number): string[] {
  const counts = new Map<string, { all: number; told: number }>();
  for (const { carrier, handedOver, delivered } of parcels) {
    const start = readMoment(handedOver);
    if (start === null || now - start < SHOULD_BE_THERE) continue;
    const count = counts.get(carrier ?? "") ?? { all: 0, told: 0 };
    count.all++;
    if (delivered) count.told++;
    counts.set(carrier ?? "", count);
  }
  return [...counts]
    .filter(([, { all, told }]) => all >= LEAST_PARCELS && told < all / 2)
    .map(([carrier]) => carrier);
}
