import type { Carrier } from "./carrier";
import { easypost } from "./easypost.server";
import { shippo } from "./shippo.server";
import { generic, printable, upload } from "./without-account.server";

/** Every way to a label or to a parcel's news. A new one is a file and a line here. */
export const carriers = { easypost, shippo, printable, upload, generic } as const satisfies Record<
  string,
  Carrier
>;

export type CarrierKey = keyof typeof carriers;

/** The adapter that a shop's account is kept under; null for a key that no version of ours knew. */
export const carrierOf = (key: string): Carrier | null =>
  Object.hasOwn(carriers, key) ? carriers[key as CarrierKey] : null;
