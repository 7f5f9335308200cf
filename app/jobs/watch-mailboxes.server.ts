import { setTimeout as sleep } from "node:timers/promises";
import { mintShopsWithMailbox } from "~/doors/schedule.server";
import { type WatchEnd, watchMailbox } from "~/features/inbox/watch-mailbox.server";
import { type MailboxWire, mailboxWire } from "~/platform/channels/email/mailbox.server";
import { type HeldNames, holdNames } from "~/platform/database/alone.server";
import type { Shop } from "~/platform/database/shop.server";
import { log, withLogContext } from "~/platform/log.server";

/** A mailbox is a connection that stays: what one process keeps up; the next takes the rest. */
const MOST_AT_ONCE = 500;
const LOOK_EVERY_MS = 30_000;
/** How long a mailbox is left alone after it ended so. */
const REST_MS: Record<WatchEnd, number> = { over: 0, tryAgain: 60_000, needsMerchant: 5 * 60_000 };

/** Reads the mailboxes of all shops, each by one process at a time, until stopped. */
export function watchMailboxes(wire: MailboxWire = mailboxWire, lookEveryMs = LOOK_EVERY_MS) {
  const stopping = new AbortController();
  const working = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await watchWhileHeld(wire, lookEveryMs, stopping.signal);
      } catch (error) {
        log.warn({ error }, "mailboxes could not be looked after; again in a while");
      }
      await sleep(lookEveryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await working;
    },
  };
}

/** As long as the connection holds that says whose mailbox is ours to read. */
async function watchWhileHeld(wire: MailboxWire, lookEveryMs: number, stop: AbortSignal): Promise<void> {
  const held = await holdNames();
  const leaving = new AbortController();
  const signal = AbortSignal.any([stop, held.lost, leaving.signal]);
  const watched = new Map<string, Promise<void>>();
  const restUntil = new Map<string, number>();
  try {
    while (!signal.aborted) {
      for (const shop of await mintShopsWithMailbox()) {
        const isBusy = watched.has(shop.id) || performance.now() < (restUntil.get(shop.id) ?? 0);
        if (isBusy || watched.size >= MOST_AT_ONCE || !(await held.take(nameOf(shop)))) continue;
        const done = watchOne(shop, wire, signal, held).then((end) => {
          watched.delete(shop.id);
          restUntil.set(shop.id, performance.now() + REST_MS[end]);
        });
        watched.set(shop.id, done);
      }
      await sleep(lookEveryMs, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    leaving.abort();
    await Promise.all(watched.values());
    await held.close();
  }
}

const nameOf = (shop: Shop) => `mailbox:${shop.id}`;

const watchOne = (shop: Shop, wire: MailboxWire, signal: AbortSignal, held: HeldNames): Promise<WatchEnd> =>
  withLogContext({ shopId: shop.id }, async () => {
    try {
      const end = await watchMailbox(shop, wire, signal);
      await held.give(nameOf(shop));
      return end;
    } catch (error) {
      log.warn({ error }, "a mailbox could not be read; again in a while");
      await held.give(nameOf(shop)).catch(() => undefined);
      return "tryAgain";
    }
  });
