import type { Shop } from "~/platform/database/shop.server";
import { cleanPhoto, MOST_PHOTO_BYTES } from "~/platform/files/clean-photo.server";
import { countWithin } from "~/platform/limits.server";
import { readToken, signToken } from "~/platform/secrets.server";
import { ok, type Refusal, type Result, refuse as refused } from "~/values/result";
import { MOST_PHOTOS } from "./photo-limits";
import { forgetWaitingPhotos, insertPhoto } from "./photo-store.server";
import { ROW } from "./request-form";
import type { Fields } from "./schema";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Forms with photos that one visitor, and one order, may send in an hour. */
const MOST_UPLOADS_AN_HOUR = 40;

/** What a form with photos may weigh: eight photos of twelve megabytes, and a little text. */
export const PHOTO_LIMITS = { file: MOST_PHOTO_BYTES, body: 8 * MOST_PHOTO_BYTES + 1024 * 1024, files: 40 };

export type PhotoProblem = { refusal: Refusal; row: string | null };

const PHOTOS_OF = new RegExp(`^photo-(${ROW})$`);

/** Takes the photos of one posted form, each for the row its field names (`photo-<row>`). */
export function takePhotos(shop: Shop, visitor: string) {
  const taken = new Map<string, string[]>();
  const problems: PhotoProblem[] = [];
  const refuse = (code: Refusal["code"], row: string | null) => {
    problems.push({ refusal: { code }, row });
  };
  let allowed: Promise<boolean> | undefined;
  return {
    async take(orderId: string, file: { field: string; bytes: Uint8Array }, before: Fields): Promise<void> {
      const line = PHOTOS_OF.exec(file.field)?.[1];
      if (!line) return;
      allowed ??= mayUpload(shop, visitor, orderId);
      if (!(await allowed)) return problems.length === 0 ? refuse("limits.tooMany", line) : undefined;
      const there = tokensIn(before, line).length + (taken.get(line)?.length ?? 0);
      if (there >= MOST_PHOTOS) return refuse("returns.tooManyPhotos", line);
      const kept = await keepPhoto(shop, orderId, file.bytes);
      if (kept.ok) taken.set(line, [...(taken.get(line) ?? []), kept.value]);
      else refuse(kept.refusal.code, line);
    },
    /** the fields that name all photos of a line, those of earlier forms too */
    fields: (form: Fields): Record<string, string> =>
      Object.fromEntries(
        [...taken].map(([line, tokens]) => [
          `photos-${line}`,
          [...tokensIn(form, line), ...tokens].join(" "),
        ]),
      ),
    /** what could not be taken; of a file that was too large nobody knows any more for which line it was */
    problems: ({ tooLarge, tooMany }: { tooLarge: boolean; tooMany: boolean }): PhotoProblem[] => [
      ...problems,
      ...(tooLarge ? [{ refusal: { code: "returns.photoTooLarge" } as const, row: null }] : []),
      ...(tooMany ? [{ refusal: { code: "returns.tooManyPhotos" } as const, row: null }] : []),
    ],
  };
}

const tokensIn = (form: Fields, line: string) => (form[`photos-${line}`] ?? "").split(" ").filter(Boolean);

/** May this visitor send photos for this order now? Each time that is asked counts. */
const mayUpload = (shop: Shop, visitor: string, orderId: string): Promise<boolean> =>
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
  if (!cleaned) return refused("returns.photoUnreadable");
  const photoId = await shop.transact((tx) => insertPhoto(tx, cleaned));
  return ok(photoToken(shop, orderId, photoId));
}

const PURPOSE = "return photo";

/** Says which photo it is, for this order, for a day. */
export const photoToken = (shop: Shop, orderId: string, photoId: string): string =>
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
