import os from "node:os";
import path from "node:path";
import pg from "pg";
import { joinEmbeddedPostgres } from "~/platform/database/embedded.server";
import { migrate } from "~/platform/database/migrate.server";

declare module "vitest" {
  export interface ProvidedContext {
    /** owner address of the test server's maintenance database */
    postgres: string;
  }
}

export const TEMPLATE = "aftercare_test_template";

/**
 * One real Postgres for the whole run (TEST_DATABASE_URL, or an embedded one), and one migrated template
 * that every test file clones.
 */
export default async function setup({ provide }: { provide(key: "postgres", value: string): void }) {
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given ? null : await joinEmbeddedPostgres(path.join(os.tmpdir(), "aftercare-test-postgres"));
  const server = given ?? embedded?.url ?? "";
  const template = new URL(server);
  template.pathname = `/${TEMPLATE}`;
  const owner = new pg.Client({ connectionString: server });
  await owner.connect();
  for (const name of await leftovers(owner)) await owner.query(`drop database if exists "${name}" with (force)`);
  await owner.query(`create database "${TEMPLATE}" template template0`);
  await owner.end();
  await migrate(template.toString());
  provide("postgres", server);
  return () => embedded?.leave();
}

/** The databases that an earlier, killed run left behind. */
async function leftovers(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ datname: string }>(
    `select datname from pg_database where datname = $1 or datname like 'aftercare_test_clone_%'`,
    [TEMPLATE],
  );
  return rows.map((row) => row.datname);
}
