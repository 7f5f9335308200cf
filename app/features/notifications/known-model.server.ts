import type { ShopTx } from "~/platform/database/shop.server";
import { emptyModel } from "./delay/fit";
import type { DelayModel } from "./delay/model";
import { loadModel, modelHeader } from "./delay-store.server";

/** Models take a few megabytes each: those of the shops looked at last stay in memory. */
const MOST_KEPT = 20;

export type KnownModel = { model: DelayModel; silent: readonly string[] };
const kept = new Map<string, KnownModel & { fittedAt: number }>();

/** The shop's model; the rules of thumb before the first night. */
export async function knownModel(tx: ShopTx): Promise<KnownModel> {
  const header = await modelHeader(tx);
  if (!header) return { model: emptyModel(), silent: [] };
  const known = kept.get(tx.shopId);
  if (known?.fittedAt === header.fittedAt.getTime()) return known;
  const read = {
    model: (await loadModel(tx)) ?? emptyModel(),
    silent: header.silent,
    fittedAt: header.fittedAt.getTime(),
  };
  kept.delete(tx.shopId);
  for (const oldest of kept.keys()) {
    if (kept.size < MOST_KEPT) break;
    kept.delete(oldest);
  }
  kept.set(tx.shopId, read);
  return read;
}
