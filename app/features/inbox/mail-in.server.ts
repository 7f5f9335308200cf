import { takesMail } from "~/platform/channels/email/inbound.server";
import { mailProviderOf } from "~/platform/channels/email/providers/registry";
import { mailboxAddress } from "~/platform/channels/email/reply-address.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { mailUrl } from "~/platform/partner-pass.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import * as store from "./mail-source-store.server";
import { PROVIDER_KINDS, type ProviderAction, providerSettings } from "./mail-sources";

/** The page of ways by which mail comes in; no secret leaves the server, except in a provider's own address. */
export async function mailInScreen(shop: Shop, tx: ShopTx) {
  const sources = new Map((await store.loadSources(tx)).map((source) => [source.kind, source]));
  return {
    mailbox: takesMail() ? mailboxAddress(shop.id) : null,
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

/** Who changed where mail comes from stands with the other changes of settings. */
export const noteChange = (tx: ShopTx, staffName: string): Promise<unknown> =>
  record(tx, {
    kind: "settings.changed",
    key: `settings.changed:${newId(tx.now)}`,
    actor: "staff",
    actorName: staffName,
  });
