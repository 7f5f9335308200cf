/** A reminder has this long to be read before an invoice follows it. */
const AFTER_REMINDER_MS = 24 * 3_600_000;
/** A parcel that a carrier has taken gets this long beyond its day. */
const FOR_CARRIERS_MS = 7 * 24 * 3_600_000;

/** A return whose exchange was sent before its parcel came, as far as its invoice depends on it. */
export type LateReturn = {
  state: string;
  exchangeSentAt: Date | null;
  sendBackBy: Date | null;
  receivedAt: Date | null;
  lateInvoicedAt: Date | null;
  latePaidAt: Date | null;
};

/** States in which a parcel is still waited for. */
export const AWAITED: readonly string[] = ["approved", "labelled", "refunded"];

/**
 * Is its invoice to be sent now? Only after the day until which the parcel was due, a day after a reminder at
 * least, and not while a carrier has it, for a week.
 */
export function isInvoiceDue(
  one: LateReturn,
  { reminded, scanned }: { reminded: Date | null; scanned: boolean },
  now: Date,
): boolean {
  if (!one.exchangeSentAt || !one.sendBackBy || one.receivedAt || one.lateInvoicedAt) return false;
  if (!AWAITED.includes(one.state) || !reminded) return false;
  const day = one.sendBackBy.getTime() + (scanned ? FOR_CARRIERS_MS : 0);
  return now.getTime() > Math.max(day, reminded.getTime() + AFTER_REMINDER_MS);
}

/** Was it invoiced, and neither paid nor sent back since? */
export const awaitsPayment = (one: LateReturn): boolean =>
  one.lateInvoicedAt !== null && one.latePaidAt === null && one.receivedAt === null;
