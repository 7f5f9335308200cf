import type { Shop } from "~/platform/database/shop.server";
import { cleanPhoto } from "~/platform/files/clean-photo.server";
import { countWithin } from "~/platform/limits.server";
import { readToken, signToken } from "~/platform/secrets.server";
import { ok, type Result, refuse } from "~/values/result";
import { forgetWaitingPhotos, insertPhoto } from "./photo-store.server";

/** How many photos one item may have, and one request. */
export const MOST_PHOTOS = 8;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Forms with photos that one visitor, and one order, may send in an hour. */
const MOST_UPLOADS_AN_HOUR = 40;

/** May this visitor send photos for this order now? Each time that is asked counts. */
export const mayUpload = (shop: Shop, visitor: string, orderId: string): Promise<boolean> =>
  shop.transact(async (tx) => {
    const subjects = [`photos visitor ${visitor}`, `photos order ${orderId}`];
    const counted = await countWithin(tx, { subjects, most: MOST_UPLOADS_AN_HOUR, windowMs: HOUR_MS });
    return counted.within;
  });

/**
 * Checks, cleans and keeps a photo until its return is asked for. Answers a token that only says which photo
 * it is, for this order, for a day. Refuses `returns.photoUnreadable`.
 */
export async function keepPhoto(shop: Shop, orderId: string, bytes: Uint8Array): Promise<Result<string>> {
  const cleaned = await cleanPhoto(bytes);
  if (!cleaned) return refuse("returns.photoUnreadable");
  const photoId = await shop.transact((tx) => insertPhoto(tx, cleaned));
  return ok(photoToken(shop, orderId, photoId));
}

const PURPOSE = "return photo";

const photoToken = (shop: Shop, orderId: string, photoId: string): string =>
  signToken(PURPOSE, { s: shop.id, o: orderId, p: photoId }, new Date(shop.now().getTime() + DAY_MS));

/** The photo a token of this order names, or null when it is forged, over, another order's or another shop's. */
export function readPhotoToken(shop: Shop, orderId: string, token: string): string | null {
  const data = readToken(PURPOSE, token, shop.now());
  return data?.p && data.s === shop.id && data.o === orderId ? data.p : null;
}

/** Forgets photos that were handed over a day ago and whose return was never asked for. */
export const forgetOldPhotos = (shop: Shop): Promise<void> =>
  shop.transact(async (tx) => {
    await forgetWaitingPhotos(tx, new Date(tx.now.getTime() - DAY_MS));
  });
