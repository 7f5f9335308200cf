import { database } from "./database.server";
import { migrationNames } from "./migrate.server";

/** Can this process do its work? Asks the database whether queue and migrations are there. */
export async function readiness(): Promise<{ database: boolean; queue: boolean; migrations: boolean }> {
  try {
    const { rows } = await database().pool.query<{ queue: boolean; done: string[] }>(
      `select queue_is_ready() as queue,
              array(select migration_name::text from "_prisma_migrations" where finished_at is not null) as done`,
    );
    const done = new Set(rows[0]?.done);
    return {
      database: true,
      queue: rows[0]?.queue ?? false,
      migrations: migrationNames().every((name) => done.has(name)),
    };
  } catch {
    return { database: false, queue: false, migrations: false };
  }
}
