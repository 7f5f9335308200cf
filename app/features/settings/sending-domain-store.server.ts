import { z } from "zod";
import type { DomainFindings } from "~/platform/channels/email/domain-records.server";
import type { ShopTx } from "~/platform/database/shop.server";

const FINDINGS = ["right", "wrong", "missing", "several", "unknown"] as const;
const finding = z.enum(FINDINGS);
const findings = z.object({ dkim: finding, spf: finding, dmarc: finding }).nullable().catch(null);

/** A domain the shop sends from; the key is ciphertext. */
export type SendingDomain = {
  domain: string;
  selector: string;
  publicKey: string;
  privateKey: string;
  findings: DomainFindings | null;
  checkedAt: Date | null;
  verifiedAt: Date | null;
};

export async function loadDomain(tx: ShopTx, domain: string): Promise<SendingDomain | null> {
  const row = await tx.db.sendingDomain.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: domain } },
  });
  return row && { ...row, domain: row.id, findings: findings.parse(row.findings) };
}

/** Keeps a new domain with its key; one that is there already keeps the key it has. */
export async function addDomain(
  tx: ShopTx,
  made: Pick<SendingDomain, "domain" | "selector" | "publicKey" | "privateKey">,
): Promise<void> {
  const { domain, ...key } = made;
  await tx.db.sendingDomain.createMany({
    data: [{ shopId: tx.shopId, id: domain, ...key, createdAt: tx.now }],
    skipDuplicates: true,
  });
}

/** Notes what the DNS said, and whether mail is signed from now on. */
export async function noteFindings(
  tx: ShopTx,
  domain: string,
  found: { findings: DomainFindings; verifiedAt: Date | null },
): Promise<void> {
  await tx.db.sendingDomain.updateMany({
    where: { shopId: tx.shopId, id: domain },
    data: { ...found, checkedAt: tx.now },
  });
}

export type Signing = { selector: string; privateKey: string };

/** The key that mail of this domain is signed with; null until the DNS has held it. In plain SQL: every mail asks. */
export async function loadSigning(tx: ShopTx, domain: string): Promise<Signing | null> {
  const rows = await tx.db.$queryRaw<Signing[]>`
    select selector, "privateKey" from sending_domain
    where "shopId" = ${tx.shopId} and id = ${domain} and "verifiedAt" is not null`;
  return rows[0] ?? null;
}
