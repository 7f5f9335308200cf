import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result } from "~/values/result";
import type { Settings } from "./schema";
import { saveSettings } from "./store.server";

/** Saves the merchant's settings as a new version, and notes by whom. */
export const changeSettings = (shop: Shop, value: Settings, staffName: string): Promise<Result<Settings>> =>
  shop.transact(async (tx) => {
    await saveSettings(tx, value);
    await record(tx, {
      kind: "settings.changed",
      key: `settings.changed:${newId(tx.now)}`,
      actor: "staff",
      actorName: staffName,
    });
    return ok(value);
  });
