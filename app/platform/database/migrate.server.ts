import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { runMigrations as migrateQueue } from "graphile-worker";
import pg from "pg";
import { APP_ROLE, ensureAppRole } from "./roles.server";

/** Prisma's own migration lock, so that its command line and we never migrate at the same time. */
const PRISMA_LOCK = 72_707_369;

/**
 * Brings the database to this build: the app's role, the queue's tables, then every migration that is not
 * yet there, each in a transaction of its own, noted in Prisma's table as Prisma would. Safe when many
 * processes start at once: one works, the others wait and find it done. Throws when a migration was edited
 * after it ran, or failed earlier.
 */
export async function migrate(ownerUrl: string, folder = migrationsFolder()): Promise<string[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("select pg_advisory_lock($1)", [PRISMA_LOCK]);
    await ensureAppRole(owner);
    await migrateQueue({ connectionString: ownerUrl });
    const applied = await applyMissing(owner, folder);
    await owner.query(`revoke all on "_prisma_migrations" from ${APP_ROLE}`);
    await owner.query(`grant select on "_prisma_migrations" to ${APP_ROLE}`);
    return applied;
  } finally {
    await owner.end();
  }
}

/** The migrations this build brings, by name, oldest first. */
export function migrationNames(folder = migrationsFolder()): string[] {
  return fs
    .readdirSync(folder)
    .filter((name) => fs.existsSync(path.join(folder, name, "migration.sql")))
    .sort();
}

const migrationsFolder = () => path.resolve("prisma/migrations");

type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

async function applyMissing(owner: pg.Client, folder: string): Promise<string[]> {
  await owner.query(`create table if not exists "_prisma_migrations" (
    id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
    migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
    started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`);
  const { rows } = await owner.query<Applied>(
    `select migration_name, checksum, finished_at from "_prisma_migrations" where rolled_back_at is null`,
  );
  const done = new Map(rows.map((row) => [row.migration_name, row]));
  const applied: string[] = [];
  for (const name of migrationNames(folder)) {
    const sql = fs.readFileSync(path.join(folder, name, "migration.sql"), "utf8");
    const checksum = createHash("sha256").update(sql).digest("hex");
    const earlier = done.get(name);
    if (earlier && !earlier.finished_at) throw new Error(`Migration ${name} failed earlier`);
    if (earlier && earlier.checksum !== checksum)
      throw new Error(`Migration ${name} was edited after it ran`);
    if (earlier) continue;
    await apply(owner, name, sql, checksum);
    applied.push(name);
  }
  return applied;
}

async function apply(owner: pg.Client, name: string, sql: string, checksum: string): Promise<void> {
  await owner.query("begin");
  try {
    await owner.query(sql);
    await owner.query(
      `insert into "_prisma_migrations"(id, checksum, migration_name, finished_at, applied_steps_count) values ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await owner.query("commit");
  } catch (error) {
    await owner.query("rollback");
    throw error;
  }
}
