import type { Shop } from "~/platform/database/shop.server";
import { cleanPhoto, MOST_PHOTO_BYTES } from "~/platform/files/clean-photo.server";
import { countWithin } from "~/platform/limits.server";
import { MOST_CONTACT_PHOTOS } from "./contact";

const HOUR_MS = 3_600_000;
/** Forms with photos that one visitor may send in an hour; cleaning a photo is dear. */
const MOST_FORMS_AN_HOUR = 10;

/** What a contact form with its photos may weigh, in bytes. */
export const CONTACT_LIMITS = {
  file: MOST_PHOTO_BYTES,
  body: MOST_CONTACT_PHOTOS * MOST_PHOTO_BYTES + 1024 * 1024,
  files: MOST_CONTACT_PHOTOS,
};

/**
 * Takes the photos of one posted form, one at a time: checked, made smaller, without a word of where they were
 * taken. `state` says whether any could not be read, or the visitor sends too many forms with photos.
 */
export function takeContactPhotos(shop: Shop, visitor: string) {
  const photos: Uint8Array[] = [];
  let state: "taken" | "unreadable" | "limited" = "taken";
  let allowed: Promise<boolean> | undefined;
  return {
    photos,
    state: () => state,
    async take(bytes: Uint8Array): Promise<void> {
      allowed ??= mayUpload(shop, visitor);
      if (!(await allowed)) {
        state = "limited";
        return;
      }
      const cleaned = await cleanPhoto(bytes);
      if (cleaned) photos.push(cleaned);
      else if (state === "taken") state = "unreadable";
    },
  };
}

const mayUpload = (shop: Shop, visitor: string): Promise<boolean> =>
  shop.transact(async (tx) => {
    const subjects = [`contact photos of ${visitor}`];
    const counted = await countWithin(tx, { subjects, most: MOST_FORMS_AN_HOUR, windowMs: HOUR_MS });
    return counted.within;
  });
