import type { PoolClient } from "pg";

/** So many statements a connection keeps prepared; lists of many lengths would otherwise fill it. */
const MOST_PREPARED = 200;
/** Postgres's error when a table behind a prepared statement got or lost a column (a deploy while we run). */
const PLAN_OUTDATED = { code: "0A000", routine: "RevalidateCachedQuery" };

type Query = { text: string; values: unknown[] };
type Ask = (query: unknown, ...rest: unknown[]) => Promise<unknown>;

/**
 * Lets a connection prepare each statement of Prisma's once instead of having it parsed and planned anew each
 * time, which for small statements is most of Postgres's work. Other queries are left as they are. When a plan
 * is outdated, that query fails as Postgres says, and all are prepared anew from then on.
 */
export function prepareStatements(client: PoolClient): void {
  const ask = client.query.bind(client) as unknown as Ask;
  let names = new Map<string, string>();
  let generation = 0;
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known || names.size >= MOST_PREPARED) return known;
    const name = `p${generation}_${names.size}`;
    names.set(text, name);
    return name;
  };
  const prepared = async (query: Query, rest: unknown[]) => {
    const name = nameOf(query.text);
    if (name === undefined) return ask(query, ...rest);
    try {
      return await ask({ ...query, name }, ...rest);
    } catch (error) {
      const { code, routine } = error as { code?: string; routine?: string };
      if (code === PLAN_OUTDATED.code && routine === PLAN_OUTDATED.routine) {
        names = new Map();
        generation++;
      }
      throw error;
    }
  };
  client.query = ((query: unknown, ...rest: unknown[]) =>
    isPrismas(query) ? prepared(query, rest) : ask(query, ...rest)) as PoolClient["query"];
}

/** Prisma's adapter asks for rows as arrays. BEGIN, COMMIT and ROLLBACK carry no values, and cost no planning. */
function isPrismas(query: unknown): query is Query {
  if (typeof query !== "object" || query === null || !("rowMode" in query) || "name" in query) return false;
  return "values" in query && Array.isArray(query.values) && query.values.length > 0;
}
