import { z } from "zod";
import { shareOf } from "../owed";
import { stillBought } from "../units";
import type { Standing } from "./kind";

/** Minor units as digits, as forms and JSON carry them. */
export const minorUnits = z.string().regex(/^\d{1,12}$/);

/** Lines of the order with how many of each. */
export const chosenLines = z
  .array(
    z.object({ orderLineId: z.string().regex(/^\d{1,20}$/), quantity: z.number().int().min(1).max(100_000) }),
  )
  .max(250)
  .refine((lines) => new Set(lines.map((line) => line.orderLineId)).size === lines.length);
export type ChosenLines = z.infer<typeof chosenLines>;

type Line = Standing["order"]["lines"][number];

/** How many of a line can be refunded beside its returns. */
export const refundable = (line: Line, returned: Standing["returned"]): number =>
  Math.max(0, Math.min(line.currentQuantity, stillBought({ returned }, line)));

/** What so many of a line cost the shopper, tax included: its last units, so that earlier ones keep their share. */
export const worthOf = (
  line: Pick<Line, "quantity" | "total" | "tax">,
  quantity: number,
  taxesIncluded: boolean,
): bigint => {
  const [from, to] = [line.quantity - quantity, line.quantity];
  const tax = taxesIncluded ? 0n : shareOf(line.tax.amount, line.quantity, from, to);
  return shareOf(line.total.amount, line.quantity, from, to) + tax;
};

/** How many of a line have not left yet. */
export function unsentOf(order: Standing["order"], orderLineId: string): number {
  const line = order.lines.find((one) => one.id === orderLineId);
  const sent = order.parcels
    .flatMap((parcel) => parcel.lines)
    .reduce((sum, one) => (one.orderLineId === orderLineId ? sum + one.quantity : sum), 0);
  return Math.max(0, (line?.currentQuantity ?? 0) - sent);
}

/** The chosen lines themselves; null when one is not of this order. */
export function linesOf({ order }: Standing, chosen: ChosenLines): { line: Line; quantity: number }[] | null {
  const found = chosen.map(({ orderLineId, quantity }) => ({
    line: order.lines.find((one) => one.id === orderLineId),
    quantity,
  }));
  return found.every((one): one is { line: Line; quantity: number } => one.line !== undefined) ? found : null;
}

/**
 * An amount shared out over lines, each up to what it is worth here and has left: what is more than that belongs
 * to no line (shipping, goodwill).
 */
export function sharedOut(
  amount: bigint,
  lines: readonly { id: string; worth: bigint; left: bigint }[],
): { orderLineId: string; amount: bigint }[] {
  const rooms = lines.map(({ id, worth, left }) => ({
    id,
    room: worth < left ? worth : left > 0n ? left : 0n,
  }));
  const total = rooms.reduce((sum, { room }) => sum + room, 0n);
  if (total === 0n) return [];
  const part = amount < total ? amount : total;
  let [before, given] = [0n, 0n];
  return rooms.map(({ id, room }) => {
    before += room;
    const upTo = (part * before) / total;
    const own = upTo - given;
    given = upTo;
    return { orderLineId: id, amount: own };
  });
}
