import prismaClient from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import { type Locale, pickLocale } from "~/platform/i18n/locales";
import { newId } from "~/values/ids";
import type { Edited, EditedTexts } from "./template";
import { type EditedText, editedText } from "./templates/text";

const MOST_VERSIONS_SHOWN = 30;

/** Reads a text that was saved once; null for one that today's limits would refuse: ours stands in for it. */
const readText = (json: unknown): EditedText | null => editedText.safeParse(json).data ?? null;

type Wanted = { kind: string; locale: string; at: Date };
type Row = { id: string; kind: string; locale: string; version: number; text: unknown; at: Date };

/**
 * The merchant's words for messages, each as they held when it came up: a second try of a message is word for
 * word the first, whatever was saved in between. One statement for all of them.
 */
export async function textsFor(tx: ShopTx, wanted: Wanted[]): Promise<(at: Date) => EditedTexts> {
  const { sql } = prismaClient.Prisma;
  const rows =
    wanted.length === 0
      ? []
      : await tx.db.$queryRaw<Row[]>(sql`
    select t.id, w.kind, w.locale, w.at, t.version, t.text
    from (select distinct kind, locale, at from unnest(${wanted.map(({ kind }) => kind)}::text[],
        ${wanted.map(({ locale }) => pickLocale(locale))}::text[],
        ${wanted.map(({ at }) => at)}::timestamptz[]) as w(kind, locale, at)) w
    cross join lateral (
      select id, version, text from message_template m
      where m."shopId" = ${tx.shopId} and m.kind = w.kind and m.locale = w.locale and m."createdAt" <= w.at
      order by m.version desc limit 1) t
    where t.text is not null`);
  const found = new Map<string, Edited>();
  for (const { id, kind, locale, version, at, text: json } of rows) {
    const text = readText(json);
    if (text) found.set(`${kind} ${locale} ${at.getTime()}`, { id, version, text });
  }
  return (at) => (kind, locale) => found.get(`${kind} ${locale} ${at.getTime()}`) ?? null;
}

/** The newest version of a kind's words in a language; version 0 and no text where nobody ever edited them. */
export async function newestText(
  tx: ShopTx,
  kind: string,
  locale: Locale,
): Promise<{ version: number; text: EditedText | null; failure: string | null }> {
  const row = await tx.db.messageTemplate.findFirst({
    where: { shopId: tx.shopId, kind, locale },
    orderBy: { version: "desc" },
    select: { version: true, text: true, failure: true },
  });
  return { version: row?.version ?? 0, text: readText(row?.text), failure: row?.failure ?? null };
}

export type TextVersion = {
  version: number;
  staffName: string;
  createdAt: Date;
  /** false: it went back to ours */
  edited: boolean;
  copyOf: number | null;
  failure: string | null;
};

/** Who changed a kind's words in a language, and when; the latest 30, the newest first. */
export async function versionsOf(tx: ShopTx, kind: string, locale: Locale): Promise<TextVersion[]> {
  const rows = await tx.db.$queryRaw<TextVersion[]>`
    select version, "staffName", "createdAt", text is not null as edited, "copyOf", failure from message_template
    where "shopId" = ${tx.shopId} and kind = ${kind} and locale = ${locale}
    order by version desc limit ${MOST_VERSIONS_SHOWN}`;
  return rows;
}

/** One version's text, or "ours" where it went back to that; null when there is no such version. */
export async function textOfVersion(
  tx: ShopTx,
  kind: string,
  locale: Locale,
  version: number,
): Promise<EditedText | "ours" | null> {
  const row = await tx.db.messageTemplate.findUnique({
    where: { shopId_kind_locale_version: { shopId: tx.shopId, kind, locale, version } },
    select: { text: true },
  });
  if (!row) return null;
  return readText(row.text) ?? "ours";
}

export type NewVersion = {
  kind: string;
  locale: Locale;
  /** the version that was read before it was changed */
  after: number;
  /** null: back to ours */
  text: EditedText | null;
  staffName: string;
  copyOf: number | null;
};

/** Adds a version. Answers false when somebody else has added one since `after`. */
export async function addVersion(tx: ShopTx, { after, text, ...of }: NewVersion): Promise<boolean> {
  const json = text === null ? null : JSON.stringify(text);
  const added = await tx.db.$executeRaw`
    insert into message_template ("shopId", id, kind, locale, version, text, "staffName", "copyOf", "createdAt")
    select ${tx.shopId}, ${newId(tx.now)}, ${of.kind}, ${of.locale}, ${after + 1}::int, ${json}::jsonb,
      ${of.staffName}, ${of.copyOf}::int, ${tx.now}
    where coalesce((select max(version) from message_template
      where "shopId" = ${tx.shopId} and kind = ${of.kind} and locale = ${of.locale}), 0) = ${after}::int
    on conflict ("shopId", kind, locale, version) do nothing`;
  return added > 0;
}

/** Notes that a version could not be written; the first time of each, later ones say nothing new. */
export async function noteFailures(tx: ShopTx, failed: { id: string; why: string }[]): Promise<void> {
  if (failed.length === 0) return;
  await tx.db.$executeRaw`
    update message_template t set "failedAt" = ${tx.now}, failure = f.why
    from (select distinct on (id) id, why from unnest(${failed.map(({ id }) => id)}::text[],
      ${failed.map(({ why }) => why.slice(0, 300))}::text[]) as f(id, why)) f
    where t."shopId" = ${tx.shopId} and t.id = f.id and t."failedAt" is null`;
}

/** Whose words hold: every kind and language that the merchant has words of their own for. */
export type EditedKind = { kind: string; locale: string; failed: boolean };

export const editedKinds = (tx: ShopTx): Promise<EditedKind[]> =>
  tx.db.$queryRaw<EditedKind[]>`
    select kind, locale, "failedAt" is not null as failed from (
      select distinct on (kind, locale) kind, locale, text, "failedAt" from message_template
      where "shopId" = ${tx.shopId} order by kind, locale, version desc) newest
    where text is not null`;
