import type { ShopTx } from "~/platform/database/shop.server";
import { wordsOf } from "../search-words";
import { type Example, type TagModel, tagModelSchema } from "./tag-model";

/** As much of a conversation as says what it is about: its shopper's first messages. */
const MOST_MESSAGES = 3;
const MOST_LETTERS = 2_000;

/** The shop's latest conversations before a moment, with their shoppers' words and their tags. */
export async function examplesBefore(
  tx: ShopTx,
  before: { at: Date; id: string },
  most: number,
): Promise<{ examples: Example[]; last: { at: Date; id: string } | null }> {
  const rows = await tx.db.$queryRaw<
    { id: string; createdAt: Date; email: string; text: string | null; tags: string[] }[]
  >`
    select c.id, c."createdAt", c.email, said.text,
      array(select t.tag from conversation_tag t where t."shopId" = c."shopId" and t."conversationId" = c.id) as tags
    from conversation c
    left join lateral (
      select string_agg(m.text, E'\n') as text from (
        select left(text, ${MOST_LETTERS}) as text from message
        where "shopId" = c."shopId" and "conversationId" = c.id and direction = 'in' and "authorKind" = 'shopper'
        order by at limit ${MOST_MESSAGES}) m) said on true
    where c."shopId" = ${tx.shopId} and c."mergedIntoId" is null
      and (c."createdAt", c.id) < (${before.at}, ${before.id})
    order by c."createdAt" desc, c.id desc limit ${most}`;
  const last = rows.at(-1);
  return {
    examples: rows.flatMap(({ email, text, tags }) =>
      text ? [{ words: wordsOf(text), tags, writer: email }] : [],
    ),
    last: last ? { at: last.createdAt, id: last.id } : null,
  };
}

/** Has the shop anything to suggest: a tag that was ever used, or a macro? */
export async function hasToSuggest(tx: ShopTx): Promise<boolean> {
  const [row] = await tx.db.$queryRaw<{ has: boolean }[]>`
    select exists(select from conversation_tag where "shopId" = ${tx.shopId})
      or exists(select from macro where "shopId" = ${tx.shopId}) as has`;
  return row?.has ?? false;
}

export async function saveTagModel(tx: ShopTx, value: TagModel): Promise<void> {
  const key = { shopId: tx.shopId, id: "tags" };
  const row = { value, learnedAt: tx.now };
  await tx.db.tagModel.upsert({ where: { shopId_id: key }, create: { ...key, ...row }, update: row });
}

/** What was learned last; null before that, and when it is of another build. */
export async function loadTagModel(tx: ShopTx): Promise<TagModel | null> {
  const row = await tx.db.tagModel.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: "tags" } },
    select: { value: true },
  });
  return tagModelSchema.safeParse(row?.value).data ?? null;
}

const MOST_READ = 5;

/** What a conversation's shopper wrote last, and what is known of it; null when this shop has no such one. */
export async function toSuggestFor(
  tx: ShopTx,
  id: string,
): Promise<{ words: string[]; tags: string[]; locale: string } | null> {
  const row = await tx.db.conversation.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id } },
    select: {
      locale: true,
      tags: { select: { tag: true } },
      messages: {
        where: { direction: "in", authorKind: "shopper" },
        orderBy: { at: "desc" },
        take: MOST_READ,
        select: { text: true },
      },
    },
  });
  if (!row) return null;
  const said = row.messages.map(({ text }) => text).join("\n");
  return {
    words: wordsOf(said),
    tags: row.tags.map(({ tag }) => tag),
    locale: row.locale,
  };
}
