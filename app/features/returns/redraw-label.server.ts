import { orderDetail } from "~/features/orders/queries.server";
import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { NeverMind } from "~/platform/queue/failures";
import { labelInput } from "./label-of-return";
import * as labels from "./label-store.server";
import { drawPapers, filePapers } from "./make-label.server";
import { oneAtATime } from "./one-at-a-time.server";
import { holds } from "./states";
import * as store from "./store.server";

/**
 * Draws our own label anew once what comes back has changed, so that its list of what to pack, and what customs
 * read, are right. Number, codes and address stay: one that was printed before still finds its way, which is why
 * nobody is told. A carrier's and an uploaded one are left alone.
 */
export const redrawLabel = (shop: Shop, returnId: string): Promise<void> =>
  oneAtATime(shop, `label ${returnId}`, async () => {
    const input = await shop.transact(async (tx) => {
      const ours = await store.load(tx, returnId);
      const label = await labels.labelOf(tx, returnId);
      if (!ours || !holds(ours.state) || label?.kind !== "printable") return null;
      const order = await orderDetail(tx, ours.orderId);
      return order && labelInput(ours, order, await shopFace(tx));
    });
    if (!input) throw new NeverMind("There is no label of ours to draw anew");
    const papers = await drawPapers(input);
    await shop.transact(async (tx) => {
      const label = await labels.labelOf(tx, returnId);
      if (label?.kind !== "printable") return;
      await labels.replacePapers(tx, label, await filePapers(tx, input.returnNumber, papers));
    });
  });
