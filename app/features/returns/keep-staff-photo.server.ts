import type { Shop } from "~/platform/database/shop.server";
import { cleanPhoto } from "~/platform/files/clean-photo.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { type Actor, returnFact } from "./facts";
import { MOST_PHOTOS } from "./photo-limits";
import { countStaffPhotos, insertStaffPhoto } from "./staff-return-queries.server";
import * as store from "./store.server";

/**
 * Checks, cleans and keeps a photo that staff took of a thing that came back. Refuses `returns.notFound`,
 * `returns.lineUnknown`, `input.tooLarge` beyond 8 photos of a thing, and `returns.photoUnreadable`.
 */
export async function keepStaffPhoto(
  shop: Shop,
  to: { returnId: string; returnLineId: string },
  bytes: Uint8Array,
  by: Extract<Actor, { kind: "staff" }>,
): Promise<Result<null>> {
  const cleaned = await cleanPhoto(bytes);
  if (!cleaned) return refuse("returns.photoUnreadable");
  return shop.transact(async (tx) => {
    const about = await store.lock(tx, to.returnId);
    if (!about) return refuse("returns.notFound");
    if (!about.lines.some((line) => line.id === to.returnLineId)) return refuse("returns.lineUnknown");
    if ((await countStaffPhotos(tx, to.returnLineId)) >= MOST_PHOTOS) return refuse("input.tooLarge");
    await insertStaffPhoto(tx, to, cleaned);
    await record(tx, returnFact("return.photoAdded", about, by, {}, newId(tx.now)));
    return ok(null);
  });
}
