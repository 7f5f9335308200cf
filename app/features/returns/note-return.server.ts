import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { type Actor, returnFact } from "./facts";
import { insertNote } from "./staff-return-queries.server";
import * as store from "./store.server";

/** Keeps a note of staff's about a return; the timeline says that there is one, not what it says. Refuses `returns.notFound`. */
export const noteReturn = (
  shop: Shop,
  returnId: string,
  text: string,
  by: Extract<Actor, { kind: "staff" }>,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const about = await store.load(tx, returnId);
    if (!about) return refuse("returns.notFound");
    const id = newId(tx.now);
    await insertNote(tx, { id, returnId, text, staffId: by.id, actorName: by.name });
    await record(tx, returnFact("return.noted", about, by, {}, id));
    return ok(null);
  });
