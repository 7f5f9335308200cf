import type { Shop } from "~/platform/database/shop.server";
import { brandImageToken, cleanLogo } from "~/platform/files/brand-image.server";
import { putFile } from "~/platform/files/files.server";
import { countWithin } from "~/platform/limits.server";
import { type Result, refuse } from "~/values/result";
import type { Look } from "./brand-schema";
import { changeBrand } from "./change-settings.server";
import type { Settings } from "./schema";

/** Which of the two: on light ground, and on dark. */
export const LOGO_SIDES = ["logo", "darkLogo"] as const;
export type LogoSide = (typeof LOGO_SIDES)[number];

const LIMIT = { most: 30, windowMs: 86_400_000 };

/**
 * Keeps a picture as the shop's logo. Earlier ones stay where they are: mails that were sent show them. Refuses
 * `settings.logoUnreadable`, and `limits.tooMany` beyond 30 a day.
 */
export async function keepLogo(
  shop: Shop,
  side: LogoSide,
  bytes: Uint8Array,
  staffName: string,
): Promise<Result<Settings>> {
  const image = await cleanLogo(bytes);
  if (!image) return refuse("settings.logoUnreadable");
  const fileId = await shop.transact(async (tx) => {
    const { within } = await countWithin(tx, { subjects: [`logo ${shop.id}`], ...LIMIT });
    return within ? putFile(tx, { name: "logo.png", contentType: "image/png", bytes: image.bytes }) : null;
  });
  if (fileId === null) return refuse("limits.tooMany");
  const { width, height } = image;
  const kept = { token: brandImageToken(shop.id, fileId), width, height };
  return changeBrand(shop, (before) => ({ ...before, [side]: kept }), staffName);
}

/** Takes the logo out of mails to come. */
export const removeLogo = (shop: Shop, side: LogoSide, staffName: string): Promise<Result<Settings>> =>
  changeBrand(shop, (before) => ({ ...before, [side]: null }), staffName);

/** Saves what of the look is typed. */
export const saveLook = (shop: Shop, look: Look, staffName: string): Promise<Result<Settings>> =>
  changeBrand(shop, (before) => ({ ...before, ...look }), staffName);
