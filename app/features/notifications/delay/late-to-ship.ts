import { DAY_MS } from "~/platform/calendar/holidays";
import { openDaysBetween } from "./silence";

/** An order that names no day: how many working days it may take to leave, and where the shop works. */
export type Handling = { shipWithinDays: number | null; country: string; region: string };

/** Whether an order has not left by the day it should have. Null where nothing was promised. */
export function isLateToShip(
  order: { placedAt: Date; shipBy: Date | null },
  { shipWithinDays, country, region }: Handling,
  now: Date,
): boolean | null {
  if (order.shipBy) return order.shipBy < now;
  if (shipWithinDays === null) return null;
  return openDaysBetween(country, region, order.placedAt.getTime(), now.getTime()) > shipWithinDays;
}

/** How late it is in days and, with it, how bad: as a parcel that is late by as much. */
export function lateToShipHarm(due: Date, now: Date): number {
  const days = Math.max(0, (now.getTime() - due.getTime()) / DAY_MS);
  return Math.round((1 + Math.min(365, days)) * 100) / 100;
}
