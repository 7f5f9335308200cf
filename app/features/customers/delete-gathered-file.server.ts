import type { Shop } from "~/platform/database/shop.server";
import { deleteFiles } from "~/platform/files/files.server";
import { ok, type Result, refuse } from "~/values/result";
import * as store from "./store.server";

/** Staff have downloaded what was gathered for a shopper, and want it kept no longer than needed. */
export const deleteGatheredFile = (shop: Shop, requestId: string, fileId: string): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const id = await store.takeGatheredFile(tx, requestId, fileId);
    if (!id) return refuse("customers.fileNotFound");
    await deleteFiles(tx, [id]);
    return ok(null);
  });
