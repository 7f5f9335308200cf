import { orderDetails } from "~/features/orders/queries.server";
import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { getFile } from "~/platform/files/files.server";
import type { LabelInput, PaperFormat } from "~/platform/labels/label-input";
import { renderReturnLabels } from "~/platform/labels/render-return-label";
import { joinLabels } from "./label-files.server";
import { labelInput } from "./label-of-return";
import { labelsOf } from "./label-store.server";
import * as store from "./store.server";

/** Most labels printed at once. */
export const MOST_PRINTED = 200;

/**
 * The labels of these returns as one PDF, in the order asked; null when none of them has one. Labels of our own
 * are drawn as they are sent, so 200 take the memory of a few; with a carrier's among them, files are joined.
 */
export async function printLabels(
  shop: Shop,
  returnIds: readonly string[],
  format: PaperFormat,
): Promise<AsyncIterable<Uint8Array> | null> {
  const ids = [...new Set(returnIds)].slice(0, MOST_PRINTED);
  const found = await shop.transact((tx) => labelsOf(tx, ids));
  const inOrder = ids.flatMap((id) => found.filter((one) => one.returnId === id));
  if (inOrder.length === 0) return null;
  if (inOrder.every(({ kind }) => kind === "printable")) {
    const inputs = await inputsOf(
      shop,
      inOrder.map(({ returnId }) => returnId),
    );
    if (inputs.length === inOrder.length) return renderReturnLabels(inputs, format);
  }
  return (async function* () {
    const files = await shop.transact(async (tx) => {
      const kept = [];
      for (const one of inOrder)
        kept.push(
          await getFile(tx, { A4: one.a4FileId, Letter: one.letterFileId, "4x6": one.thermalFileId }[format]),
        );
      return kept;
    });
    yield await joinLabels(files.filter((file) => file !== null));
  })();
}

/** What our own labels of these returns say. */
const inputsOf = (shop: Shop, returnIds: string[]): Promise<LabelInput[]> =>
  shop.transact(async (tx) => {
    const face = await shopFace(tx);
    const kept = await store.loadMany(tx, returnIds);
    const orders = await orderDetails(tx, [...new Set(kept.map(({ orderId }) => orderId))]);
    return returnIds.flatMap((id) => {
      const ours = kept.find((one) => one.id === id);
      const order = ours && orders.get(ours.orderId);
      const input = ours && order ? labelInput(ours, order, face) : null;
      return input ?? [];
    });
  });
