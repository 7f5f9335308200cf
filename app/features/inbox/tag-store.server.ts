import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import { TAGGED_AT_MOST } from "./views";

/** The tags of a conversation, in the order of the alphabet. */
export async function tagsOf(tx: ShopTx, conversationId: string): Promise<string[]> {
  const rows = await tx.db.conversationTag.findMany({
    where: { shopId: tx.shopId, conversationId },
    orderBy: { tag: "asc" },
    select: { tag: true },
  });
  return rows.map(({ tag }) => tag);
}

export async function addTag(tx: ShopTx, conversationId: string, tag: string): Promise<void> {
  await tx.db.conversationTag.create({ data: { shopId: tx.shopId, id: newId(tx.now), conversationId, tag } });
}

export async function removeTag(tx: ShopTx, conversationId: string, tag: string): Promise<void> {
  await tx.db.conversationTag.deleteMany({ where: { shopId: tx.shopId, conversationId, tag } });
}

/** More tags than this nobody picks from. */
const MOST_OFFERED = 100;

/** A tag of the shop's, and on how many conversations it is, counted to 100. */
export type TagCount = { tag: string; count: number };

/** The shop's own tags in the order of the alphabet, at most 100; each found by one step through their index. */
export const shopTags = (tx: ShopTx): Promise<TagCount[]> =>
  tx.db.$queryRaw<TagCount[]>`
    with recursive step(tag, at) as (
      (select tag, 1 from conversation_tag where "shopId" = ${tx.shopId} order by tag limit 1)
      union all
      select (select t.tag from conversation_tag t where t."shopId" = ${tx.shopId} and t.tag > step.tag order by t.tag limit 1),
        step.at + 1
      from step where step.tag is not null and step.at < ${MOST_OFFERED})
    select tag, (select count(*)::int from (select from conversation_tag t
        where t."shopId" = ${tx.shopId} and t.tag = step.tag limit ${TAGGED_AT_MOST + 1}) c) as count
    from step where tag is not null order by tag`;
