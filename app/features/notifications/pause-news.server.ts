import { changeNotificationChoices } from "~/features/settings/change-settings.server";
import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { enqueue } from "~/platform/queue/enqueue.server";
import { ok, type Result, refuse } from "~/values/result";
import { kindOf } from "./registry";
import { endPause } from "./store.server";

/** A kind's key, or all of them. */
export type Pausable = string;
const ALL = "all";

const pausedNow = async (shop: Shop): Promise<string[]> =>
  (await shop.transact(shopFace)).settings.notifications.paused;

/**
 * Holds back a kind of news, or all: what comes up waits for at most 24 hours and is dropped then, since a day
 * later it is no news. Refuses with `notifications.noKind`.
 */
export async function pauseNews(shop: Shop, key: Pausable, staffName: string): Promise<Result<null>> {
  if (key !== ALL && !kindOf(key)) return refuse("notifications.noKind");
  const paused = [...new Set([...(await pausedNow(shop)), key])];
  await changeNotificationChoices(shop, { paused }, staffName);
  return ok(null);
}

/** Lets news go again: what waits is decided on anew at once. Refuses with `notifications.noKind`. */
export async function resumeNews(shop: Shop, key: Pausable, staffName: string): Promise<Result<null>> {
  if (key !== ALL && !kindOf(key)) return refuse("notifications.noKind");
  const paused = (await pausedNow(shop)).filter((one) => one !== key);
  await changeNotificationChoices(shop, { paused }, staffName);
  await shop.transact(async (tx) => {
    if ((await endPause(tx)) > 0)
      await enqueue(tx, "release-held", {}, { key: `release-held:${shop.id}:resumed` });
  });
  return ok(null);
}
