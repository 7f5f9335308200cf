import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { runMigrations as migrateQueue } from "graphile-worker";
import pg from "pg";
import { freePort, type Running, startProcess, untilReady } from "#tests/demo/processes";
import { joinEmbeddedPostgres } from "~/platform/database/embedded.server";
import { migrate } from "~/platform/database/migrate.server";
import { HISTORY, makeHistory } from "./history";
import { say } from "./measure";
import { API_KEY, SECRET } from "./surroundings";

export const SHOP = "fern-and-fable.myshopify.com";
export const SHOP_NUMBER = "548380009";

/** Where the bench lives: a database of its own, and the app's processes on it. */
export type House = {
  databaseUrl: string;
  owner: pg.Pool;
  env: Record<string, string>;
  startWeb(env?: Record<string, string>): Promise<{ port: number; running: Running }>;
  startWorker(env: Record<string, string>): Promise<Running>;
  /** A database beside the app's, with a queue of its own and the bare server's table; answers its address. */
  queueOf(name: string): Promise<string>;
  /** Empties what webhooks fill, so that one measure does not weigh on the next. */
  sweep(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Opens the house: Postgres, migrated, with one shop installed. There is no Shopify here: what the app would
 * ask of it ends at once, since the shop has no token.
 */
export async function openHouse(): Promise<House> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "aftercare-bench-"));
  say("Starting Postgres");
  const postgres = await joinEmbeddedPostgres(path.join(folder, "postgres"));
  const databaseUrl = postgres.url;
  await migrate(databaseUrl);
  const owner = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  owner.on("error", () => undefined);
  await installShop(owner);
  say(`Making a shop of ${HISTORY} orders`);
  await makeHistory(owner, SHOP);
  const env: Record<string, string> = {
    DATABASE_URL: databaseUrl,
    DATA_FOLDER: folder,
    HOST: "127.0.0.1",
    SHOPIFY_APP_URL: "http://127.0.0.1:3000",
    SHOPIFY_API_KEY: API_KEY,
    SHOPIFY_API_SECRET: SECRET,
    LOG_LEVEL: "warn",
    AFTERCARE_STORE_ORIGIN: "http://127.0.0.1:9",
  };
  const logs = path.join(folder, "logs");
  return {
    databaseUrl,
    owner,
    env,
    async startWeb(more = {}) {
      const port = await freePort();
      const running = startProcess("web", { ...env, ...more, PORT: String(port) }, logs);
      await untilReady(`http://127.0.0.1:${port}/readyz`, running);
      return { port, running };
    },
    async startWorker(more) {
      const port = await freePort();
      const running = startProcess("worker", { ...env, ...more, HEALTH_PORT: String(port) }, logs);
      await untilReady(`http://127.0.0.1:${port}/readyz`, running);
      return running;
    },
    async queueOf(name) {
      await owner.query(`create database "${name}"`);
      const url = Object.assign(new URL(databaseUrl), { pathname: `/${name}` }).toString();
      await migrateQueue({ connectionString: url });
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(
        `create table bare_delivery (id bigint generated always as identity primary key, shop text, topic text,
         event text, body bytea storage external) with (toast_tuple_target = 8160)`,
      );
      await client.end();
      return url;
    },
    async sweep() {
      await owner.query("truncate webhook_delivery, graphile_worker._private_jobs");
      await owner.query("checkpoint");
    },
    async close() {
      await owner.end();
      await postgres.leave();
      fs.rmSync(folder, { recursive: true, force: true });
      if (postgres.folder !== path.join(folder, "postgres"))
        fs.rmSync(postgres.folder, { recursive: true, force: true });
    },
  };
}

async function installShop(owner: pg.Pool): Promise<void> {
  const address = {
    name: "Fern & Fable",
    company: null,
    line1: "8 Kiln Yard",
    line2: null,
    city: "Leeds",
    province: null,
    zip: "LS1 4AP",
    country: "GB",
    phone: null,
  };
  await owner.query(`insert into shop (id, "installedAt") values ($1, now() - interval '90 days')`, [SHOP]);
  await owner.query(
    `insert into shop_profile ("shopId", "shopifyId", name, email, currency, "timeZone", locale, "storefrontUrl", address, "refreshedAt")
     values ($1, $2, 'Fern & Fable', 'hello@fern.example', 'GBP', 'Europe/London', 'en', $3, $4, now())`,
    [SHOP, SHOP_NUMBER, `https://${SHOP}`, address],
  );
}
