import prismaClient, { type PrismaClient } from "@prisma/client";
import pg from "pg";
import { env } from "~/env.server";
import { log } from "~/platform/log.server";
import { beginWithShop } from "./begin-for-shop.server";
import { migrate } from "./migrate.server";
import { prepareStatements } from "./prepared.server";
import { ReleasingPg } from "./releasing-adapter.server";
import { appUrl } from "./roles.server";

/** The open database of this process. Only platform/ may use it; everybody else has a ShopTx. */
export type Database = {
  prisma: PrismaClient;
  pool: pg.Pool;
  /** connections that only hold locks while other connections work */
  locks: pg.Pool;
  ownerUrl: string;
  close(): Promise<void>;
};

let open: Database | null = null;

/** The open database. Throws before `openDatabase`. */
export function database(): Database {
  if (!open) throw new Error("The database is not open yet");
  return open;
}

/**
 * Opens the database of this process: DATABASE_URL, or an embedded Postgres when there is none. Migrates it
 * first. `url` overrides both (tests give a database each).
 */
export async function openDatabase(url = env.DATABASE_URL): Promise<Database> {
  let ownerUrl = url;
  let leave = async () => {};
  if (!ownerUrl) {
    const { joinEmbeddedPostgres } = await import("./embedded.server");
    const embedded = await joinEmbeddedPostgres(`${env.DATA_FOLDER}/postgres`);
    log.info({ folder: embedded.folder }, "using an embedded Postgres with its data in this folder");
    ownerUrl = embedded.url;
    leave = embedded.leave;
  }
  const applied = await migrate(ownerUrl);
  if (applied.length > 0) log.info({ applied }, "migrated the database");
  open = connect(ownerUrl, env.DATABASE_APP_URL ?? appUrl(ownerUrl), leave);
  return open;
}

function connect(ownerUrl: string, connectionString: string, leave: () => Promise<void>): Database {
  const pool = openPool(connectionString, env.DATABASE_POOL, 4_000);
  // A job may hold two locks at once (a return's, and that of the token it needs).
  const locks = openPool(connectionString, env.DATABASE_POOL + 2 * env.WORKER_CONCURRENCY, 20_000);
  const prisma = new prismaClient.PrismaClient({
    adapter: new ReleasingPg(pool),
    transactionOptions: { maxWait: 4_000, timeout: 20_000 },
  });
  const close = async () => {
    open = null;
    await prisma.$disconnect();
    for (const one of [pool, locks]) if (!one.ended) await one.end();
    await leave();
  };
  return { prisma, pool, locks, ownerUrl, close };
}

/** Connections are made when they are needed; `max` is how many there may be at once. */
function openPool(connectionString: string, max: number, connectionTimeoutMillis: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis,
    idleTimeoutMillis: 30_000,
    // a server that vanished without a word (failover, a cut line) is noticed, not waited for
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: "aftercare",
  });
  // Without these a connection that Postgres ends (restart, failover) would end the process.
  pool.on("error", (error) => log.warn({ error }, "an idle database connection was lost"));
  pool.on("connect", (client) => {
    client.on("error", (error) => log.debug({ error }, "a database connection was lost"));
    prepareStatements(client);
    beginWithShop(client);
  });
  return pool;
}
