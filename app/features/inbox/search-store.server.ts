import type { ShopTx } from "~/platform/database/shop.server";
import { wordsOf } from "./search-words";
import { ticketName } from "./threading";
import { tiedTo } from "./ties/tie-queries.server";
import { MOST_TIES } from "./ties/ties";

/** Adds what was written to the words its conversation is found by. */
export async function addWords(
  tx: ShopTx,
  conversationId: string,
  texts: (string | null)[],
  at: Date,
): Promise<void> {
  const words = wordsOf(texts.filter(Boolean).join("\n"));
  await tx.db.$executeRaw`
    insert into conversation_search ("shopId", id, words, at)
    values (${tx.shopId}, ${conversationId}, array_to_tsvector(array_append(${words}::text[], shop_word(${tx.shopId}))), ${at})
    on conflict ("shopId", id) do update
      set words = conversation_search.words || excluded.words, at = greatest(conversation_search.at, excluded.at)`;
}

const MOST_MESSAGES = 500;

/** Makes a conversation's words anew from what it holds now: after merging, erasing, or a change of its order. */
export async function rebuildWords(tx: ShopTx, conversationId: string): Promise<void> {
  const row = await tx.db.conversation.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id: conversationId } },
    select: {
      subject: true,
      name: true,
      email: true,
      number: true,
      participants: true,
      lastMessageAt: true,
      order: { select: ORDER },
      orders: { where: { wasOwn: false }, take: MOST_TIES, select: { order: { select: ORDER } } },
      tags: { select: { tag: true } },
      messages: {
        orderBy: { at: "desc" },
        take: MOST_MESSAGES,
        select: { text: true, authorName: true, authorEmail: true },
      },
    },
  });
  if (!row) return;
  const about = [
    row.subject,
    row.name,
    row.email,
    row.number === null ? null : ticketName(row.number),
    ...row.participants,
    ...row.tags.map(({ tag }) => tag),
    ...[...(row.order ? [row.order] : []), ...row.orders.map(({ order }) => order)].flatMap(wordsOfOrder),
  ];
  const said = row.messages.flatMap(({ text, authorName, authorEmail }) => [authorName, authorEmail, text]);
  const words = [...new Set([...about, ...said].flatMap((text) => (text ? wordsOf(text) : [])))].slice(
    0,
    20_000,
  );
  await tx.db.$executeRaw`
    insert into conversation_search ("shopId", id, words, at)
    values (${tx.shopId}, ${conversationId}, array_to_tsvector(array_append(${words}::text[], shop_word(${tx.shopId}))), ${row.lastMessageAt})
    on conflict ("shopId", id) do update set words = excluded.words, at = excluded.at`;
}

const ORDER = {
  name: true,
  lines: { select: { sku: true } },
  fulfilments: { select: { tracking: true } },
} as const;

const wordsOfOrder = (order: {
  name: string;
  lines: { sku: string | null }[];
  fulfilments: { tracking: unknown }[];
}): (string | null)[] => [
  order.name,
  ...order.lines.map(({ sku }) => sku),
  ...order.fulfilments.flatMap(({ tracking }) => numbersIn(tracking)),
];

const numbersIn = (tracking: unknown): string[] =>
  Array.isArray(tracking)
    ? tracking.flatMap((one: { number?: unknown }) => (typeof one?.number === "string" ? [one.number] : []))
    : [];

/** The conversations about an order, by its shopper's word or by staff's. */
export async function conversationsAbout(tx: ShopTx, orderId: string): Promise<string[]> {
  const rows = await tx.db.conversation.findMany({
    where: { shopId: tx.shopId, orderId },
    select: { id: true },
    take: 200,
  });
  return [...new Set([...rows.map(({ id }) => id), ...(await tiedTo(tx, orderId, false))])];
}
