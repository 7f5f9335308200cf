import { changeNotificationChoices } from "~/features/settings/change-settings.server";
import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { ok, type Result, refuse } from "~/values/result";
import { pauseNews, resumeNews } from "./pause-news.server";
import { kindOf } from "./registry";
import type { KindsChange } from "./schema";

/** Switches or pauses a kind, or changes the rules for all. Refuses with `notifications.noKind`. */
export async function changeKinds(shop: Shop, change: KindsChange, staffName: string): Promise<Result<null>> {
  if (change.do === "pause") return pauseNews(shop, change.key, staffName);
  if (change.do === "resume") return resumeNews(shop, change.key, staffName);
  if (change.do === "rules") {
    const { quiet, mostADay } = change;
    await changeNotificationChoices(shop, { quiet, mostADay }, staffName);
    return ok(null);
  }
  if (!kindOf(change.key)) return refuse("notifications.noKind");
  const { off } = (await shop.transact(shopFace)).settings.notifications;
  const others = off.filter((one) => one !== change.key);
  await changeNotificationChoices(
    shop,
    { off: change.do === "off" ? [...others, change.key] : others },
    staffName,
  );
  return ok(null);
}
