import type pg from "pg";

/** One shop's inbox among those of fifty others, on one database. */
export const MESSAGES = 1_000_000;
export const OURS = 130_000;
const A_CONVERSATION = 4;
const VOCABULARY = 20_000;

/** How often the n-th word of this language is written: a few very often, most hardly ever (Zipf's law). */
const WORD = `'w' || floor(${VOCABULARY} * power(random(), 3))::int`;

/** The id of the n-th conversation. */
const id = (n: string) => `('00000000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))`;

/** Writes conversations as the app keeps them, with the words they are found by. */
export async function makeInboxes(owner: pg.Pool, shop: string): Promise<void> {
  const conversations = MESSAGES / A_CONVERSATION;
  const shopOf = `case when n <= ${OURS / A_CONVERSATION} then '${shop}' else 'shop-' || (n % 50) || '.myshopify.com' end`;
  const at = `now() - (n || ' minutes')::interval`;
  await owner.query(`
    insert into conversation ("shopId", id, subject, state, channel, email, name, locale, number, unread, "createdAt", "lastMessageAt")
    select ${shopOf}, ${id("n")}, 'About order ' || n, (array['open','waiting','closed','closed'])[n % 4 + 1], 'email',
      'shopper-' || n || '@bench.example', 'Shopper ' || n, 'en', n, n % 3 = 0, ${at}, ${at}
    from generate_series(1, ${conversations}) n`);
  await owner.query(`
    insert into message ("shopId", id, "conversationId", direction, "authorKind", "authorName", text, state, at)
    select ${shopOf}, ${id(`n * ${A_CONVERSATION} + k`)}, ${id("n")}, case when k % 2 = 0 then 'in' else 'out' end,
      case when k % 2 = 0 then 'shopper' else 'staff' end, 'Somebody', 'Where is my parcel? It should have come by now. ' || n,
      'received', ${at} - (k || ' seconds')::interval
    from generate_series(1, ${conversations}) n, generate_series(0, ${A_CONVERSATION - 1}) k`);
  await owner.query(`
    insert into conversation_search ("shopId", id, words, at)
    select ${shopOf}, ${id("n")}, array_to_tsvector(array(
        select distinct ${WORD} from generate_series(1, 25 + 0 * n)) || ('t-' || n) || ('shopper-' || n || '@bench.example') || shop_word(${shopOf})), ${at}
    from generate_series(1, ${conversations}) n`);
  for (const table of ["conversation", "message", "conversation_search"])
    await owner.query(`vacuum analyze ${table}`);
}

/** Questions as staff ask them: a rare word, a common one, two together, one that is only begun, an address. */
export const questions = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => {
    const rare = `w${VOCABULARY - 1 - ((at * 37) % 9_000)}`;
    const common = `w${(at * 13) % 40}`;
    return [
      rare,
      common,
      `${common} ${rare}`,
      `${common} w${(at * 7) % 400}`,
      `shopper-${(at % 30_000) + 1}@bench.example`,
    ][at % 5] as string;
  });
