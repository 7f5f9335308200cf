import { keepMail } from "~/platform/channels/email/keep-mail.server";
import {
  type FoundMail,
  type Mailbox,
  type MailboxWire,
  openMailbox,
} from "~/platform/channels/email/mailbox.server";
import { mailboxSettings } from "~/platform/channels/email/mailbox-settings";
import { mailboxAddress } from "~/platform/channels/email/reply-address.server";
import type { Shop } from "~/platform/database/shop.server";
import { isInstalled } from "~/platform/database/shops.server";
import { NeedsMerchant, TryAgain } from "~/platform/queue/failures";
import * as sources from "./mail-source-store.server";
import { MAILBOX } from "./mail-sources";

/** How watching ended: by itself or ours (`over`), by what passes, or by what only the merchant can mend. */
export type WatchEnd = "over" | "tryAgain" | "needsMerchant";

const DAY_MS = 86_400_000;

/**
 * Reads the shop's mailbox until the signal, a change of its settings or the end of the connection: each new mail is
 * kept once, with the number it had, and read like any other. Begins with what comes from now on. When the server
 * numbers anew, the mails of the days since it was last looked at are gone through again. Staff see why it failed.
 */
export async function watchMailbox(shop: Shop, wire: MailboxWire, signal: AbortSignal): Promise<WatchEnd> {
  const source = await shop.transact((tx) => sources.sourceOfKind(tx, MAILBOX));
  if (!source) return "over";
  const note = (change: sources.SourceNote) =>
    shop.transact((tx) => sources.noteSource(tx, source.id, change));
  const settings = mailboxSettings.safeParse(source.settings);
  if (!settings.success) {
    await note({ problem: "login" });
    return "needsMerchant";
  }
  try {
    const renewed = (secret: string) =>
      shop.transact((tx) => sources.saveSource(tx, MAILBOX, { ...source.settings, secret }));
    const mailbox = await openMailbox(settings.data, wire, renewed);
    try {
      await follow(shop, source, mailbox, signal);
    } finally {
      mailbox.close();
    }
    return "over";
  } catch (error) {
    const isMerchants = error instanceof NeedsMerchant;
    await note({ problem: isMerchants || error instanceof TryAgain ? error.message : "unreachable" });
    return isMerchants ? "needsMerchant" : "tryAgain";
  }
}

async function follow(
  shop: Shop,
  source: sources.MailSource,
  mailbox: Mailbox,
  signal: AbortSignal,
): Promise<void> {
  const { uidValidity } = mailbox;
  const isKnown = source.uidValidity === uidValidity;
  let last = isKnown ? Number(source.lastUid ?? 0n) : mailbox.lastUid;
  if (!isKnown && source.uidValidity !== null && source.seenAt) {
    const since = new Date(source.seenAt.getTime() - DAY_MS);
    for await (const mail of mailbox.since(since)) await keep(shop, mail);
  }
  for (let isThere = true; isThere && !signal.aborted; isThere = await mailbox.news(signal)) {
    if (!(await isStill(shop, source))) return;
    for await (const mail of mailbox.after(last)) {
      await keep(shop, mail);
      last = mail.uid;
      await noteLast(shop, source.id, uidValidity, last);
    }
    await noteLast(shop, source.id, uidValidity, last);
  }
}

const keep = (shop: Shop, { raw }: FoundMail): Promise<unknown> =>
  shop.transact(async (tx) =>
    raw ? keepMail(tx, { sender: "", recipient: mailboxAddress(shop.id), raw }) : null,
  );

const noteLast = (shop: Shop, id: string, uidValidity: bigint, last: number): Promise<void> =>
  shop.transact((tx) =>
    sources.noteSource(tx, id, { uidValidity, lastUid: BigInt(last), seenAt: tx.now, problem: null }),
  );

/** Is it the same mailbox that staff want read, of a shop that still has us? A renewed token is no other mailbox. */
async function isStill(shop: Shop, { id, settings }: sources.MailSource): Promise<boolean> {
  if (!(await isInstalled(shop.id))) return false;
  const now = await shop.transact((tx) => sources.loadSource(tx, id));
  const place = ({ secret: _, ...rest }: Record<string, string>) => JSON.stringify(rest);
  return now !== null && place(now.settings) === place(settings);
}
