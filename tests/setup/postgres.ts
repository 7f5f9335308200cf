import os from "node:os";
import path from "node:path";
import pg from "pg";
import { joinEmbeddedPostgres } from "~/platform/database/embedded.server";
import { migrate } from "~/platform/database/migrate.server";

declare module "vitest" {
  export interface ProvidedContext {
    /** owner address of the migrated template that test files clone */
    template: string;
  }
}

/** Databases of a run carry its process id, so that runs side by side leave each other's alone. */
const PREFIX = "aftercare_test_";

/**
 * One real Postgres (TEST_DATABASE_URL, or an embedded one), and one migrated template a run that every
 * test file clones.
 */
export default async function setup({ provide }: { provide(key: "template", value: string): void }) {
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given
    ? null
    : await joinEmbeddedPostgres(path.join(os.tmpdir(), "aftercare-test-postgres"));
  const server = given ?? embedded?.url ?? "";
  const name = `${PREFIX}${process.pid}`;
  const owner = new pg.Client({ connectionString: server });
  await owner.connect();
  await dropOf(owner, (pid) => pid === process.pid || !isAlive(pid));
  await owner.query(`create database "${name}" template template0`);
  const template = new URL(server);
  template.pathname = `/${name}`;
  await migrate(template.toString());
  provide("template", template.toString());
  return async () => {
    await dropOf(owner, (pid) => pid === process.pid);
    await owner.end();
    await embedded?.leave();
  };
}

async function dropOf(owner: pg.Client, whose: (pid: number) => boolean): Promise<void> {
  const { rows } = await owner.query<{ datname: string }>(
    "select datname from pg_database where datname like $1",
    [`${PREFIX}%`],
  );
  for (const { datname } of rows) {
    const pid = Number.parseInt(datname.slice(PREFIX.length), 10);
    if (whose(pid)) await owner.query(`drop database if exists "${datname}" with (force)`);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false; // that run is over
  }
}
