import type { OrderDetail } from "~/features/orders/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import { photosOfReturn } from "./photo-store.server";
import { photoToken } from "./photos.server";
import { METHODS, OUTCOMES } from "./policy-schema";
import type { Draft, DraftLine } from "./request-form";
import { isReturnReason, returnIdSchema } from "./schema";
import * as store from "./store.server";

/** A request with nothing in it yet. */
export const emptyDraft = (): Draft => ({
  requestKey: newId(),
  instead: null,
  alsoOrders: [],
  lines: [],
  method: null,
  note: "",
});

/** A request that is to be put on an approved return; null when the order has no such return. */
export const draftToAdd = (shop: Shop, order: OrderDetail, returnId: string): Promise<Draft | null> =>
  shop.transact(async (tx) => {
    const id = returnIdSchema.safeParse(returnId).data;
    const one = id ? await store.load(tx, id) : null;
    if (!one || one.orderId !== order.id || one.gift) return null;
    const method = METHODS.find((method) => method === one.method) ?? null;
    return { ...emptyDraft(), addTo: one.id, method };
  });

/**
 * An undecided request as a draft, to be changed or added to: sending that draft takes its place. Null when it
 * is another order's, a gift's, or decided.
 */
export const draftOf = (shop: Shop, order: OrderDetail, returnId: string): Promise<Draft | null> =>
  shop.transact(async (tx) => {
    const id = returnIdSchema.safeParse(returnId).data;
    const one = id ? await store.load(tx, id) : null;
    if (!one || one.orderId !== order.id || one.gift || one.state !== "requested") return null;
    const photos = await photosOfReturn(tx, one.id);
    const rows: DraftLine[] = [];
    for (const line of one.lines) {
      const tokens = photos
        .filter((photo) => photo.returnLineId === line.id)
        .map((photo) => photoToken(shop, order.id, photo.id));
      const known = rows.find((row) => isSameWish(row, line));
      if (known) {
        known.quantity += line.quantity;
        known.photos.push(...tokens);
      } else rows.push({ ...rowFrom(line, rows), photos: tokens });
    }
    return {
      ...emptyDraft(),
      instead: one.id,
      lines: rows,
      method: METHODS.find((method) => method === one.method) ?? null,
      note: one.note ?? "",
    };
  });

type Line = store.KeptReturn["lines"][number];

/** What of one line comes back for the same reason and wish was one row of the form, from whichever parcels. */
const isSameWish = (row: DraftLine, line: Line): boolean =>
  row.orderLineId === line.orderLineId &&
  row.reason === line.reason &&
  row.outcome === line.outcome &&
  row.variantId === line.exchangeVariantId &&
  JSON.stringify(row.answers) === JSON.stringify(line.answers ?? {});

function rowFrom(line: Line, before: readonly DraftLine[]): DraftLine {
  const { orderLineId, quantity } = line;
  const part = before.filter((row) => row.orderLineId === orderLineId).length + 1;
  return {
    ...{ orderLineId, quantity, photos: [], search: "" },
    ...(part > 1 ? { part } : {}),
    reason: isReturnReason(line.reason) ? line.reason : null,
    answers: (line.answers ?? {}) as Record<string, string>,
    outcome: OUTCOMES.find((one) => one === line.outcome) ?? null,
    variantId: line.exchangeVariantId,
  };
}
