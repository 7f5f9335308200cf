import { shopFace } from "~/features/settings/queries.server";
import type { Settings } from "~/features/settings/schema";
import type { ShopTx } from "~/platform/database/shop.server";
import { type Fact, recordAll } from "~/platform/queue/record.server";
import { dayIn } from "~/values/calendar";
import { zoneOfAddress } from "~/values/time-zones";
import type { Prediction } from "./delay/predict";
import {
  isOver,
  lookAt,
  NOTHING_TOLD,
  type Shopwise,
  type Watched,
  type WatchNews,
  type WatchRules,
} from "./delay/watch";
import { caseFact, delayFact } from "./delay-facts";
import { endWatches, lockParcels, type NewWatch, type SeenRow, saveWatches } from "./delay-store.server";
import { knownModel } from "./known-model.server";
import { originOfShop } from "./read-history.server";

/** The merchant's choices as rules: "about five days late" is a harm of six (harmOf: 1 + days, when certain). */
export const watchRules = ({ tell, openCases, worryDays }: Settings["delays"]): WatchRules => ({
  tell,
  caseFrom: openCases ? 1 + worryDays : null,
});

/**
 * Looks at parcels: foresees when they arrive, and records what is to be told of them, all in one transaction.
 * A process that is killed has told nothing and noted nothing. Looking again changes nothing.
 */
export async function lookAtParcels(tx: ShopTx, parcelIds: readonly string[]): Promise<void> {
  if (parcelIds.length === 0) return;
  const { settings, profile } = await shopFace(tx);
  const { model, silent } = await knownModel(tx);
  const shop: Shopwise = {
    model,
    origin: originOfShop(profile.address),
    reports: (carrier) => !silent.includes(carrier),
    rules: watchRules(settings.delays),
  };
  const watches: NewWatch[] = [];
  const facts: Fact[] = [];
  const rows = await lockParcels(tx, parcelIds);
  const known = new Set(rows.map(({ id }) => id));
  const over = parcelIds.filter((id) => !known.has(id));
  for (const row of rows) {
    const look = lookAt(shop, row.seen, row.told ?? NOTHING_TOLD, tx.now);
    if (isOver(look)) over.push(row.id);
    else watches.push(watchOf(row, look));
    const zone = zoneOfAddress(row) ?? profile.timeZone;
    facts.push(...look.news.map((news) => factOf(row, news, isOver(look) ? null : look, zone)));
  }
  await saveWatches(tx, watches);
  await endWatches(tx, over);
  await recordAll(tx, facts);
}

function watchOf(row: SeenRow, look: Watched): NewWatch {
  const { prediction, promised, state, harm, told, nextLookAt } = look;
  const { p10, p50, p90, lateProbability, because } = prediction;
  return {
    id: row.id,
    orderId: row.orderId,
    fulfilmentId: row.id,
    carrier: row.seen.carrier,
    promised,
    p10,
    p50,
    p90,
    lateProbability,
    because,
    state,
    harm,
    told,
    lastScanAt: row.seen.scan?.at ?? null,
    nextLookAt,
  };
}

function factOf({ id, orderId }: SeenRow, { kind, no }: WatchNews, look: Watched | null, zone: string): Fact {
  const expected = look && look.state !== "lost" ? expectedDays(look.prediction, zone) : null;
  const about = { orderId, fulfilmentId: id, episode: no, expected };
  if (kind === "delivery.worrying" || kind === "delivery.solved")
    return caseFact(kind, {
      ...about,
      state: look?.state ?? null,
      why: look?.prediction.because.state ?? null,
    });
  return delayFact(kind, about);
}

/** Between which days it is expected, where the shopper lives. */
export const expectedDays = ({ p10, p90 }: Pick<Prediction, "p10" | "p90">, zone: string) => ({
  from: dayIn(p10, zone),
  to: dayIn(p90, zone),
});
