import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { staffWhoOpened } from "~/platform/shopify/session-storage.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { mayChangeLimits } from "./rules";
import type { ReturnPlaces, Settings } from "./schema";
import type { LimitsWanted } from "./staff-limits";
import { lockSettings, saveSettings } from "./store.server";

/** Writes settings as a new version, and who did it on the timeline; `part`: what others have to follow. */
async function keep(
  tx: ShopTx,
  value: Settings,
  staffName: string,
  data: { part?: "inbox" } = {},
): Promise<Settings> {
  await saveSettings(tx, value);
  await record(tx, {
    kind: "settings.changed",
    key: `settings.changed:${newId(tx.now)}`,
    actor: "staff",
    actorName: staffName,
    data,
  });
  return value;
}

/**
 * Saves the merchant's settings as a new version, and notes by whom. What is decided on the pages of
 * notifications, deliveries, the inbox, the look, labels and payout limits stays as it is there: a form that was opened earlier must not
 * undo it, and who may change it is decided there. `seen`: the version that was before them, where there was one;
 * refuses `settings.changedMeanwhile` when somebody saved since.
 */
export const changeSettings = (
  shop: Shop,
  value: Settings,
  staffName: string,
  seen: number | null = null,
): Promise<Result<Settings>> =>
  shop.transact(async (tx) => {
    const { value: now, version } = await lockSettings(tx);
    if (seen !== null && seen !== version) return refuse("settings.changedMeanwhile");
    const { off, paused, quiet, mostADay, flow } = now.notifications;
    const notifications = { ...value.notifications, off, paused, quiet, mostADay, flow };
    const { brand, delays, tracking, labels, staff, retention } = now;
    const returns = { ...value.returns, places: now.returns.places, locationId: now.returns.locationId };
    const { acknowledge, replyWithinHours, undoSeconds, holidays, week, sla, autoCloseDays } = now.inbox;
    const answering = { acknowledge, replyWithinHours, undoSeconds, holidays, week, sla, autoCloseDays };
    const inbox = { ...value.inbox, ...answering };
    await keep(
      tx,
      { ...value, inbox, returns, notifications, delays, tracking, labels, staff, brand, retention },
      staffName,
    );
    return ok(value);
  });

/** What the page of notifications decides. */
export type NotificationChoices = Pick<
  Settings["notifications"],
  "off" | "paused" | "quiet" | "mostADay" | "flow"
>;

/** Changes what the page of notifications decides, and nothing else; notes by whom. */
export const changeNotificationChoices = (
  shop: Shop,
  change: (before: NotificationChoices) => Partial<NotificationChoices>,
  staffName: string,
): Promise<Result<Settings>> =>
  shop.transact(async (tx) => {
    const { value } = await lockSettings(tx);
    const { notifications } = value;
    const changed: Settings = { ...value, notifications: { ...notifications, ...change(notifications) } };
    return ok(await keep(tx, changed, staffName));
  });

/** What the pages of when the shop answers, and how soon, decide. */
export type InboxChoices = Partial<
  Pick<
    Settings["inbox"],
    "acknowledge" | "replyWithinHours" | "undoSeconds" | "holidays" | "week" | "sla" | "autoCloseDays"
  >
>;

/**
 * Saves when the shop answers, and nothing else; notes by whom. `seen`: the version that was before them; refuses
 * `settings.changedMeanwhile` when somebody saved since.
 */
export const changeInboxSettings = (
  shop: Shop,
  choices: InboxChoices,
  staffName: string,
  seen: number | null,
): Promise<Result<Settings>> =>
  shop.transact(async (tx) => {
    const { value, version } = await lockSettings(tx);
    if (seen !== null && seen !== version) return refuse("settings.changedMeanwhile");
    const changed: Settings = { ...value, inbox: { ...value.inbox, ...choices } };
    return ok(await keep(tx, changed, staffName, { part: "inbox" }));
  });

/** Saves what the page of deliveries decides, and nothing else; notes by whom. */
export const changeDelaySettings = (
  shop: Shop,
  delays: Settings["delays"],
  staffName: string,
): Promise<Result<Settings>> =>
  shop.transact(async (tx) => {
    const { value } = await lockSettings(tx);
    const changed: Settings = { ...value, delays };
    return ok(await keep(tx, changed, staffName));
  });

/** Saves where parcels go beside the shop's own address, and nothing else; notes by whom. */
export const changeReturnPlaces = (
  shop: Shop,
  places: ReturnPlaces,
  staffName: string,
): Promise<Result<Settings>> =>
  shop.transact(async (tx) => {
    const { value } = await lockSettings(tx);
    const changed: Settings = { ...value, returns: { ...value.returns, ...places } };
    return ok(await keep(tx, changed, staffName));
  });

/** Saves how parcels are followed, and nothing else; notes by whom. */
export const changeTrackingSettings = (
  shop: Shop,
  tracking: Settings["tracking"],
  staffName: string,
): Promise<Result<Settings>> =>
  shop.transact(async (tx) => {
    const { value } = await lockSettings(tx);
    const changed: Settings = { ...value, tracking };
    return ok(await keep(tx, changed, staffName));
  });

/** Changes how mails look, and nothing else; notes by whom. */
export const changeBrand = (
  shop: Shop,
  change: (before: Settings["brand"]) => Settings["brand"],
  staffName: string,
): Promise<Result<Settings>> =>
  shop.transact(async (tx) => {
    const { value } = await lockSettings(tx);
    const changed: Settings = { ...value, brand: change(value.brand) };
    return ok(await keep(tx, changed, staffName));
  });

/** Saves how long what is kept, and nothing else; notes by whom. The next night's sweep goes by it. */
export const changeRetention = (
  shop: Shop,
  retention: Settings["retention"],
  staffName: string,
): Promise<Result<Settings>> =>
  shop.transact(async (tx) => {
    const { value } = await lockSettings(tx);
    return ok(await keep(tx, { ...value, retention }, staffName));
  });

/** Saves what the page of labels decides, and nothing else; notes by whom. */
export const changeLabelSettings = (
  shop: Shop,
  labels: Settings["labels"],
  staffName: string,
): Promise<Result<Settings>> =>
  shop.transact(async (tx) => {
    const { value } = await lockSettings(tx);
    const changed: Settings = { ...value, labels };
    return ok(await keep(tx, changed, staffName));
  });

/**
 * Saves who may pay out how much, and nothing else; notes by whom. Names are those under which people opened the
 * app, or were kept before. Refuses `staff.forbidden` to whoever is limited, `input.invalid` for people nobody
 * knows and for the account's owner, whom no limit holds.
 */
export async function changeStaffLimits(
  shop: Shop,
  wanted: LimitsWanted,
  by: { id: string; name: string; owner: boolean },
): Promise<Result<Settings>> {
  const opened = await staffWhoOpened(shop.id);
  return shop.transact(async (tx) => {
    const { value } = await lockSettings(tx);
    const before = value.staff.limits;
    if (!mayChangeLimits(before, by)) return refuse("staff.forbidden");
    const people = wanted.people.flatMap(({ staffId, limit }) => {
      const seen = opened.find((one) => one.id === staffId);
      const name = seen?.name ?? before.people.find((one) => one.staffId === staffId)?.name;
      return name === undefined || seen?.owner ? [] : [{ staffId, name: name.slice(0, 100), limit }];
    });
    if (people.length < wanted.people.length) return refuse("input.invalid");
    const limits = { everybody: wanted.everybody, people };
    const changed: Settings = { ...value, staff: { ...value.staff, limits } };
    return ok(await keep(tx, changed, by.name));
  });
}
