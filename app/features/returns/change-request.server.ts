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
    const lines = new Map<string, DraftLine>();
    for (const line of one.lines) {
      const known = lines.get(line.orderLineId);
      if (known) known.quantity += line.quantity;
      else
        lines.set(line.orderLineId, {
          orderLineId: line.orderLineId,
          quantity: line.quantity,
          reason: isReturnReason(line.reason) ? line.reason : null,
          answers: (line.answers ?? {}) as Record<string, string>,
          photos: photos
            .filter((photo) => photo.orderLineId === line.orderLineId)
            .map((photo) => photoToken(shop, order.id, photo.id)),
          outcome: OUTCOMES.find((one) => one === line.outcome) ?? null,
          variantId: line.exchangeVariantId,
          search: "",
        });
    }
    return {
      ...emptyDraft(),
      instead: one.id,
      lines: [...lines.values()],
      method: METHODS.find((method) => method === one.method) ?? null,
      note: one.note ?? "",
    };
  });
