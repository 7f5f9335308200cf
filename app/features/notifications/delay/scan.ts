import type { ParcelStatus } from "~/platform/carriers/status";
import type { Zone } from "./lane";
import type { Scan } from "./parcel";

/**
 * What the last scan says of the rest of the way. A shop's history has no scans to learn from, so these are
 * rules: parcels are scanned about once a working day, at home and between neighbours; abroad they may go
 * unseen for a week.
 */
export type ScanSays =
  | { code: "nothing" | "moving"; speed: 1 }
  | { code: "silent" | "atPickUpPoint" | "customs" | "exception" | "returning"; speed: number }
  | { code: "onVan"; speed: 1; share: number };

const QUIET_DAYS: Record<Zone, number> = { domestic: 2, near: 3, far: 6 };
/** So many parcels in a hundred get stuck on their way. */
const STUCK = 0.03;
/** How fast a stuck parcel moves on, against a moving one. */
const STUCK_SPEED = 0.25;

type Standstill = { code: "atPickUpPoint" | "customs" | "exception" | "returning"; speed: number };
const SPEED: Partial<Record<ParcelStatus, Standstill>> = {
  readyForPickup: { code: "atPickUpPoint", speed: 0.7 },
  heldByCustoms: { code: "customs", speed: 0.6 },
  delayed: { code: "exception", speed: 0.6 },
  failed: { code: "exception", speed: 0.4 },
  returned: { code: "returning", speed: 0.1 },
  lost: { code: "exception", speed: 0.1 },
};

/** `silentDays`: working days since the scan. The longer the silence, the likelier it is stuck (Bayes). */
export function readScanNews(scan: Scan | null, zone: Zone, silentDays: number): ScanSays {
  if (!scan) return { code: "nothing", speed: 1 };
  if (scan.status === "outForDelivery" && silentDays < 3)
    return { code: "onVan", speed: 1, share: silentDays < 1 ? 0.92 : 0.6 };
  if (scan.status === "attempted" && silentDays < 4) return { code: "onVan", speed: 1, share: 0.6 };
  const special = Object.hasOwn(SPEED, scan.status) ? SPEED[scan.status as ParcelStatus] : undefined;
  const quiet = silentDays - QUIET_DAYS[zone];
  const moving = quiet > 0 ? Math.exp(-quiet) : 1;
  const stuck = STUCK / (STUCK + (1 - STUCK) * moving);
  const speed = quiet > 0 ? 1 - (1 - STUCK_SPEED) * stuck : 1;
  if (special) return { ...special, speed: special.speed * speed };
  return quiet > 0 ? { code: "silent", speed } : { code: "moving", speed: 1 };
}
