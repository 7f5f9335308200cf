import type { Shop } from "~/platform/database/shop.server";
import { coverageInSteps } from "./delay/coverage";
import { fitInSteps } from "./delay/fit";
import { saveModel } from "./delay-store.server";
import { inSlices } from "./in-slices.server";
import { readHistory } from "./read-history.server";

/** Learns anew how long the shop's parcels take, from all of its past, and how well that holds. */
export async function learnDelays(shop: Shop): Promise<void> {
  const { rows, silent } = await readHistory(shop);
  const model = await inSlices(fitInSteps(rows));
  const coverage = await inSlices(coverageInSteps(rows));
  await shop.transact((tx) =>
    saveModel(tx, model, { parcels: rows.length, coverage: coverage?.share ?? null, silent }),
  );
}
