import type { OrderDetail } from "~/features/orders/queries.server";
import type { ShopFace } from "~/features/settings/queries.server";
import type { ReturnableOrder, ReturnPolicy, TakenLine } from "./rules";

/** The merchant's settings as the rules read them. */
export const policyOf = ({ settings, settingsVersion, profile }: ShopFace): ReturnPolicy => ({
  windowDays: settings.returns.windowDays,
  bufferDays: settings.returns.bufferDays,
  finalSaleTag: settings.returns.finalSaleTag,
  autoApprove: settings.returns.autoApprove,
  timeZone: profile.timeZone,
  version: settingsVersion,
});

/** An order as the rules read it. */
export const returnable = (order: OrderDetail, returned: TakenLine[]): ReturnableOrder => ({
  lines: order.lines,
  parcels: order.parcels,
  returned,
});
