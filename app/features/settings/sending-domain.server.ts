import { keyName, keyRecord } from "~/platform/channels/email/dkim";
import {
  type DomainFindings,
  lookUpDomain,
  spfInclude,
} from "~/platform/channels/email/domain-records.server";
import { takesMail } from "~/platform/channels/email/inbound.server";
import { makeSigningKey, selectorOf } from "~/platform/channels/email/signing-key.server";
import type { Shop } from "~/platform/database/shop.server";
import { ok, type Result, refuse } from "~/values/result";
import { domainOf, verifiedAfter } from "./rules";
import { addDomain, loadDomain, noteFindings, type SendingDomain } from "./sending-domain-store.server";
import { loadSettings } from "./store.server";

/** A record to enter at whoever keeps the domain's DNS. */
export type DnsRecord = { name: string; value: string };

/** The screen of a sending domain; no private key leaves the server. */
export type SendingDomainView = {
  domain: string;
  key: DnsRecord;
  /** null: bounces come back to our own domain, so the shop's SPF need not name us */
  spf: DnsRecord | null;
  dmarc: DnsRecord;
  findings: DomainFindings | null;
  checkedAt: Date | null;
  verifiedAt: Date | null;
};

/**
 * The domain of the shop's sender address, with its key: made when it is asked for the first time. Null while
 * the shop sends from our address.
 */
export async function sendingDomain(shop: Shop): Promise<SendingDomainView | null> {
  const asked = await shop.transact(async (tx) => {
    const domain = domainOf((await loadSettings(tx)).value.mail.fromAddress);
    return domain && { domain, known: await loadDomain(tx, domain) };
  });
  if (!asked) return null;
  if (asked.known) return viewOf(asked.known);
  const key = await makeSigningKey();
  const kept = await shop.transact(async (tx) => {
    await addDomain(tx, { domain: asked.domain, selector: selectorOf(shop.id), ...key });
    return loadDomain(tx, asked.domain);
  });
  return kept && viewOf(kept);
}

const viewOf = ({
  domain,
  selector,
  publicKey,
  privateKey: _kept,
  ...found
}: SendingDomain): SendingDomainView => ({
  domain,
  key: { name: keyName(selector, domain), value: keyRecord(publicKey) },
  spf: takesMail() || !spfInclude ? null : { name: domain, value: `v=spf1 include:${spfInclude} ~all` },
  dmarc: { name: `_dmarc.${domain}`, value: "v=DMARC1; p=none" },
  findings: found.findings,
  checkedAt: found.checkedAt,
  verifiedAt: found.verifiedAt,
});

/**
 * Looks the records up. Mail is signed from when the key is found until it is seen to be gone; name servers that
 * are silent change nothing. Refuses `settings.noDomain`.
 */
export async function checkSendingDomain(shop: Shop): Promise<Result<DomainFindings>> {
  const known = await shop.transact(async (tx) => {
    const domain = domainOf((await loadSettings(tx)).value.mail.fromAddress);
    return domain ? loadDomain(tx, domain) : null;
  });
  if (!known) return refuse("settings.noDomain");
  const findings = await lookUpDomain(known.domain, known.selector, known.publicKey);
  await shop.transact((tx) =>
    noteFindings(tx, known.domain, {
      findings,
      verifiedAt: verifiedAfter(known.verifiedAt, findings.dkim, tx.now),
    }),
  );
  return ok(findings);
}
