import { z } from "zod";
import type { ShopTx } from "~/platform/database/shop.server";
import { decrypt, encrypt } from "~/platform/secrets.server";
import { newId } from "~/values/ids";

const PURPOSE = "mail source";
const texts = z.record(z.string(), z.string());

/** Where mail comes from besides our own mail door; its secrets opened for use, never for a screen. */
export type MailSource = {
  id: string;
  kind: string;
  settings: Record<string, string>;
  uidValidity: bigint | null;
  lastUid: bigint | null;
  problem: string | null;
  seenAt: Date | null;
};

const SHOWN = {
  id: true,
  kind: true,
  credentials: true,
  uidValidity: true,
  lastUid: true,
  problem: true,
  seenAt: true,
} as const;

type Row = Omit<MailSource, "settings"> & { credentials: string };

const opened = ({ credentials, ...row }: Row): MailSource => ({ ...row, settings: open(credentials) });

/** What was sealed; empty when another key sealed it, so that it is asked for again. */
function open(sealed: string): Record<string, string> {
  const text = decrypt(PURPOSE, sealed);
  const read = text === null ? null : texts.safeParse(JSON.parse(text));
  return read?.success ? read.data : {};
}

export async function loadSources(tx: ShopTx): Promise<MailSource[]> {
  const rows = await tx.db.mailSource.findMany({ where: { shopId: tx.shopId }, select: SHOWN });
  return rows.map(opened);
}

export async function loadSource(tx: ShopTx, id: string): Promise<MailSource | null> {
  const where = { shopId_id: { shopId: tx.shopId, id } };
  const row = await tx.db.mailSource.findUnique({ where, select: SHOWN });
  return row && opened(row);
}

export async function sourceOfKind(tx: ShopTx, kind: string): Promise<MailSource | null> {
  const where = { shopId_kind: { shopId: tx.shopId, kind } };
  const row = await tx.db.mailSource.findUnique({ where, select: SHOWN });
  return row && opened(row);
}

/** Keeps a source with its secrets sealed. What was wrong with it before is forgotten. */
export async function saveSource(tx: ShopTx, kind: string, settings: Record<string, string>): Promise<void> {
  const credentials = encrypt(PURPOSE, JSON.stringify(settings));
  const row = { credentials, problem: null, updatedAt: tx.now };
  await tx.db.mailSource.upsert({
    where: { shopId_kind: { shopId: tx.shopId, kind } },
    create: { shopId: tx.shopId, id: newId(tx.now), kind, ...row },
    update: row,
  });
}

/** A new id, and so a new address; the old one leads nowhere from now on. */
export async function renewSource(tx: ShopTx, kind: string): Promise<boolean> {
  const { count } = await tx.db.mailSource.updateMany({
    where: { shopId: tx.shopId, kind },
    data: { id: newId(tx.now), updatedAt: tx.now },
  });
  return count > 0;
}

export async function dropSource(tx: ShopTx, kind: string): Promise<boolean> {
  const { count } = await tx.db.mailSource.deleteMany({ where: { shopId: tx.shopId, kind } });
  return count > 0;
}

export type SourceNote = Partial<Pick<MailSource, "problem" | "seenAt" | "uidValidity" | "lastUid">>;

/** Notes how it went; nothing where the source is gone or has a new address. */
export async function noteSource(tx: ShopTx, id: string, note: SourceNote): Promise<void> {
  await tx.db.mailSource.updateMany({ where: { shopId: tx.shopId, id }, data: note });
}
