import { takesMail } from "~/platform/channels/email/inbound.server";
import { MAILBOX_LOGINS, mailboxSettings } from "~/platform/channels/email/mailbox-settings";
import { hasOffice } from "~/platform/channels/email/mailbox-token.server";
import { mailProviderOf } from "~/platform/channels/email/providers/registry";
import { mailboxAddress } from "~/platform/channels/email/reply-address.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { mailUrl } from "~/platform/partner-pass.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import * as store from "./mail-source-store.server";
import {
  MAILBOX,
  type MailboxAction,
  PROVIDER_KINDS,
  type ProviderAction,
  providerSettings,
} from "./mail-sources";

/** The page of ways by which mail comes in; no secret leaves the server, except in a provider's own address. */
export async function mailInScreen(shop: Shop, tx: ShopTx) {
  const sources = new Map((await store.loadSources(tx)).map((source) => [source.kind, source]));
  return {
    mailbox: takesMail() ? mailboxAddress(shop.id) : null,
    logins: MAILBOX_LOGINS.filter(hasOffice),
    imap: mailboxView(sources.get(MAILBOX) ?? null),
    providers: PROVIDER_KINDS.map((kind) => {
      const source = sources.get(kind);
      return {
        kind,
        name: mailProviderOf(kind)?.name ?? kind,
        url: source ? mailUrl(shop.id, source.id) : null,
        problem: source?.problem ?? null,
        seenAt: source?.seenAt ?? null,
      };
    }),
  };
}

/** The mailbox that is read, without its secret; null: none. */
function mailboxView(source: store.MailSource | null) {
  if (!source) return null;
  const { host = "", port = "", user = "", login = "password", folder = "" } = source.settings;
  return { host, port, user, login, folder, problem: source.problem, seenAt: source.seenAt };
}

export type MailInScreen = Awaited<ReturnType<typeof mailInScreen>>;

/**
 * Agrees a secret with a provider, gives it a new address (the old one ends at once), or ends it; noted with who did.
 * Refuses `input.invalid` for what can be no secret of theirs, and `inbox.notFound` for a provider that is none yet.
 */
export const changeProvider = (shop: Shop, asked: ProviderAction, staffName: string): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    if (asked.do === "keepProvider") {
      const settings = providerSettings(asked.kind, asked.secret);
      if (!settings) return refuse("input.invalid");
      await store.saveSource(tx, asked.kind, settings);
    } else {
      const done = await (asked.do === "newAddress" ? store.renewSource : store.dropSource)(tx, asked.kind);
      if (!done) return refuse("inbox.notFound");
    }
    await noteChange(tx, staffName);
    return ok(null);
  });

/**
 * Keeps the mailbox that is read, or ends that; noted with who did. Another mailbox is begun with what comes from then
 * on. Refuses `input.invalid` for what names none, or one that this installation cannot log in to, and
 * `inbox.notFound` when there is none to end.
 */
export const changeMailbox = (shop: Shop, asked: MailboxAction, staffName: string): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const before = await store.sourceOfKind(tx, MAILBOX);
    if (asked.do === "dropMailbox") {
      if (!before) return refuse("inbox.notFound");
      await store.dropSource(tx, MAILBOX);
    } else {
      const { do: _, ...typed } = asked;
      const isSame = before !== null && placeOf(before.settings) === placeOf(typed);
      const secret = typed.secret || (isSame ? (before.settings.secret ?? "") : "");
      const read = mailboxSettings.safeParse({ ...typed, secret });
      if (!read.success || !hasOffice(read.data.login)) return refuse("input.invalid");
      if (!isSame) await store.dropSource(tx, MAILBOX);
      await store.saveSource(tx, MAILBOX, { ...read.data, port: String(read.data.port) });
    }
    await noteChange(tx, staffName);
    return ok(null);
  });

/** What makes it this mailbox: a secret goes to no other host than the one it was typed for. */
const placeOf = ({ host = "", user = "", login = "", folder = "", port = "" }: Record<string, string>) =>
  JSON.stringify([host.trim().toLowerCase(), port, user.trim(), login, folder.trim()]);

/** Who changed where mail comes from stands with the other changes of settings. */
export const noteChange = (tx: ShopTx, staffName: string): Promise<unknown> =>
  record(tx, {
    kind: "settings.changed",
    key: `settings.changed:${newId(tx.now)}`,
    actor: "staff",
    actorName: staffName,
  });
