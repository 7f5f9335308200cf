import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result } from "~/values/result";
import type { Settings } from "./schema";
import { loadSettings, saveSettings } from "./store.server";

/**
 * Saves the merchant's settings as a new version, and notes by whom. What is decided on the pages of
 * notifications, deliveries and labels stays as it is there: a form that was opened earlier must not undo it.
 */
export const changeSettings = (shop: Shop, value: Settings, staffName: string): Promise<Result<Settings>> =>
  shop.transact(async (tx) => {
    const now = (await loadSettings(tx)).value;
    const { off, paused, quiet, mostADay } = now.notifications;
    const notifications = { ...value.notifications, off, paused, quiet, mostADay };
    await saveSettings(tx, { ...value, notifications, delays: now.delays, labels: now.labels });
    await record(tx, {
      kind: "settings.changed",
      key: `settings.changed:${newId(tx.now)}`,
      actor: "staff",
      actorName: staffName,
    });
    return ok(value);
  });

/** What the page of notifications decides. */
export type NotificationChoices = Pick<Settings["notifications"], "off" | "paused" | "quiet" | "mostADay">;

/** Changes what the page of notifications decides, and nothing else; notes by whom. */
export const changeNotificationChoices = (
  shop: Shop,
  change: (before: NotificationChoices) => Partial<NotificationChoices>,
  staffName: string,
): Promise<Result<Settings>> =>
  shop.transact(async (tx) => {
    const { value } = await loadSettings(tx);
    const { notifications } = value;
    const changed: Settings = { ...value, notifications: { ...notifications, ...change(notifications) } };
    await saveSettings(tx, changed);
    await record(tx, {
      kind: "settings.changed",
      key: `settings.changed:${newId(tx.now)}`,
      actor: "staff",
      actorName: staffName,
    });
    return ok(changed);
  });

/** Saves what the page of deliveries decides, and nothing else; notes by whom. */
export const changeDelaySettings = (
  shop: Shop,
  delays: Settings["delays"],
  staffName: string,
): Promise<Result<Settings>> =>
  shop.transact(async (tx) => {
    const { value } = await loadSettings(tx);
    const changed: Settings = { ...value, delays };
    await saveSettings(tx, changed);
    await record(tx, {
      kind: "settings.changed",
      key: `settings.changed:${newId(tx.now)}`,
      actor: "staff",
      actorName: staffName,
    });
    return ok(changed);
  });

/** Saves what the page of labels decides, and nothing else; notes by whom. */
export const changeLabelSettings = (
  shop: Shop,
  labels: Settings["labels"],
  staffName: string,
): Promise<Result<Settings>> =>
  shop.transact(async (tx) => {
    const { value } = await loadSettings(tx);
    const changed: Settings = { ...value, labels };
    await saveSettings(tx, changed);
    await record(tx, {
      kind: "settings.changed",
      key: `settings.changed:${newId(tx.now)}`,
      actor: "staff",
      actorName: staffName,
    });
    return ok(changed);
  });
