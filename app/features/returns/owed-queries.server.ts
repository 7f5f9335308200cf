import type { OrderDetail } from "~/features/orders/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { partsOf, promisesOf } from "./ledger-store.server";
import type { OwedOrder } from "./owed";
import { holds, type ReturnState } from "./states";

type Room = { left: bigint | null; lines: Map<string, bigint> };

/**
 * What may still go out for an order and for each of its lines, by the ledger as it stands; as if nothing had
 * been promised yet for the return it is asked for.
 */
export async function roomOf(tx: ShopTx, orderId: string, returnId: string | null): Promise<Room> {
  const [ledger] = await tx.db.$queryRaw<{ left: bigint; lines: { id: string; left: string }[] }[]>`
    select g.paid - g."paidOut" as left, coalesce((
        select json_agg(json_build_object('id', l.id, 'left', (l.paid - l."paidOut")::text))
        from ledger_line l where l."shopId" = g."shopId" and l."orderId" = g.id), '[]') as lines
    from ledger g where g."shopId" = ${tx.shopId} and g.id = ${orderId}`;
  if (!ledger) return { left: null, lines: new Map() };
  const own = returnId ? await ownPromises(tx, returnId) : { total: 0n, lines: new Map<string, bigint>() };
  return {
    left: ledger.left + own.total,
    lines: new Map(ledger.lines.map((line) => [line.id, BigInt(line.left) + (own.lines.get(line.id) ?? 0n)])),
  };
}

/** What a return's own promises hold. An exchange that was sent holds its lines; of the order, it paid for itself. */
async function ownPromises(tx: ShopTx, returnId: string) {
  const lines = new Map<string, bigint>();
  let total = 0n;
  for (const entry of await promisesOf(tx, returnId)) {
    if (entry.kind === "bonus" || (entry.state === "paid" && entry.kind !== "exchange")) continue;
    if (entry.state === "intended") total += entry.amount;
    for (const part of await partsOf(tx, entry.id))
      lines.set(part.orderLineId, (lines.get(part.orderLineId) ?? 0n) + part.amount);
  }
  return { total, lines };
}

/** Units of each order line in returns that were asked for before this one, and still hold them. */
async function heldBefore(
  tx: ShopTx,
  orderId: string,
  returnId: string | null,
): Promise<Map<string, number>> {
  const rows = await tx.db.$queryRaw<{ state: ReturnState; orderLineId: string; quantity: number }[]>`
    select r.state, l."orderLineId", l.quantity
    from "return" r join return_line l on l."shopId" = r."shopId" and l."returnId" = r.id
    where r."shopId" = ${tx.shopId} and r."orderId" = ${orderId} and (${returnId}::text is null or r.id < ${returnId})`;
  const held = new Map<string, number>();
  for (const line of rows.filter(({ state }) => holds(state)))
    held.set(line.orderLineId, (held.get(line.orderLineId) ?? 0) + line.quantity);
  return held;
}

/**
 * An order as `owed` reads it. `returnId` is the return it is worked out for (its ids are in the order in which
 * returns were asked for); null: one that is only asked about. Without a ledger the order limits nothing.
 */
export async function owedOrder(
  tx: ShopTx,
  order: Pick<OrderDetail, "id" | "total" | "taxesIncluded" | "lines">,
  returnId: string | null,
): Promise<OwedOrder> {
  const room = await roomOf(tx, order.id, returnId);
  const before = await heldBefore(tx, order.id, returnId);
  const everHeld = returnId === null ? before : await heldBefore(tx, order.id, null);
  return {
    currency: order.total.currency,
    taxesIncluded: order.taxesIncluded,
    left: room.left,
    lines: order.lines.map((line) => {
      // What Shopify took off the line otherwise: refunds without a return, edits.
      const gone = Math.max(0, line.quantity - line.currentQuantity - (everHeld.get(line.id) ?? 0));
      return {
        id: line.id,
        quantity: line.quantity,
        total: line.total.amount,
        tax: line.tax.amount,
        takenBefore: gone + (before.get(line.id) ?? 0),
        left: room.lines.get(line.id) ?? null,
      };
    }),
  };
}
