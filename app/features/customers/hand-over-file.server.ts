import type { Shop } from "~/platform/database/shop.server";
import { fileAnswer, getFile } from "~/platform/files/files.server";
import { noteReading, type Reader } from "./readings-store.server";
import { receiptOf } from "./store.server";

/** A file that was gathered for a request, as it may be saved; null when no receipt of the shop's names it. */
export const handOverFile = (
  shop: Shop,
  asked: { request: string; file: string },
  staff: Reader,
): Promise<Response | null> =>
  shop.transact(async (tx) => {
    const receipt = await receiptOf(tx, asked.request);
    const file = receipt?.files.some(({ id }) => id === asked.file) ? await getFile(tx, asked.file) : null;
    if (!file) return null;
    await noteReading(tx, staff, { thing: "gatheredFile", id: asked.file, screen: "privacy" });
    return fileAnswer(file);
  });
