import { inflateRawSync } from "node:zlib";
import type pg from "pg";

/** Where something was found: never what, so that a failing test prints no haystack. */
export type Hit = { table: string; column: string; shopId: string | null };

/**
 * Looks for texts in every column of every table of the database, the queue's tables and webhook bodies (which
 * are deflated) included.
 */
export async function searchDatabase(owner: pg.Pool, wanted: readonly string[]): Promise<Hit[]> {
  const { rows: tables } = await owner.query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const hits: Hit[] = [];
  for (const { schema, name } of tables) {
    const { rows } = await owner.query<Record<string, unknown>>(`select * from "${schema}"."${name}"`);
    for (const row of rows)
      for (const [column, value] of Object.entries(row)) {
        const text = textOf(value).toLowerCase();
        const shopId = typeof row.shopId === "string" ? row.shopId : null;
        if (wanted.some((one) => text.includes(one.toLowerCase())))
          hits.push({ table: name, column, shopId });
      }
  }
  return hits;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (!Buffer.isBuffer(value)) return typeof value === "string" ? value : JSON.stringify(value);
  return `${value.toString("latin1")} ${value.toString("utf8")} ${inflated(value)}`;
}

function inflated(bytes: Buffer): string {
  try {
    return inflateRawSync(bytes).toString("utf8");
  } catch {
    return ""; // not deflated: its plain bytes are searched
  }
}
