import { zoneOfAddress } from "~/values/time-zones";
import type { OrderDetail } from "./queries.server";

/** The zone in which a parcel's times are read: that of where it goes, else the shop's. */
export const readerZone = (
  { shippingAddress }: Pick<OrderDetail, "shippingAddress">,
  shopZone: string,
): string => (shippingAddress && zoneOfAddress(shippingAddress)) ?? shopZone;
