import type { Shop } from "~/platform/database/shop.server";
import { ok, type Result, refuse } from "~/values/result";
import { cleanText } from "../rules";
import { MOST_SIGNATURE_CHARACTERS } from "./signature";
import { saveSignature } from "./signature-store.server";

/** A person says what their own answers end with. Refuses `inbox.tooLong` beyond 2,000 characters. */
export async function keepSignature(shop: Shop, staffId: string, typed: string): Promise<Result<null>> {
  const text = cleanText(typed);
  if (text.length > MOST_SIGNATURE_CHARACTERS)
    return refuse("inbox.tooLong", { most: MOST_SIGNATURE_CHARACTERS });
  await shop.transact((tx) => saveSignature(tx, staffId, text));
  return ok(null);
}
