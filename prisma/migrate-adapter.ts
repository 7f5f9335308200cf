import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import { runMigrations as migrateQueue } from "graphile-worker";
import pg from "pg";

/**
 * Lets `prisma migrate` run on Prisma's JavaScript schema engine, so that nothing has to be downloaded.
 * adapter-pg 6.19 needs four mends for that: it cannot decode the catalogue types name, name[] and "char";
 * it splits scripts on every semicolon, also inside functions; it points the shadow database at the real
 * one when given a connection string; it drops the shadow database before its own connections are closed.
 * Our migrations also expect what the app's own migrator makes first: the queue's tables and the app's role.
 */
const CATALOGUE: Record<number, number> = {
  18: ColumnTypeEnum.Character,
  19: ColumnTypeEnum.Text,
  1003: ColumnTypeEnum.TextArray,
};
const DECODE_AS: Record<number, number> = { 18: 25, 19: 25, 1003: 1009 };

type Queryable = {
  performIO(query: unknown): Promise<{ fields?: { dataTypeID: number }[] }>;
  queryRaw(query: unknown): Promise<{ columnTypes: number[] }>;
  startTransaction?(isolation?: unknown): Promise<unknown>;
  executeScript?(sql: string): Promise<void>;
  client: { query(sql: string): Promise<unknown> };
  onError(error: unknown): never;
};

function mend<T>(adapter: T): T {
  const q = adapter as unknown as Queryable;
  const performIO = q.performIO.bind(q);
  const queryRaw = q.queryRaw.bind(q);
  let types: number[] = [];
  q.performIO = async (query) => {
    const answer = await performIO(query);
    types = (answer.fields ?? []).map((field) => field.dataTypeID);
    for (const field of answer.fields ?? [])
      field.dataTypeID = DECODE_AS[field.dataTypeID] ?? field.dataTypeID;
    return answer;
  };
  q.queryRaw = async (query) => {
    const answer = await queryRaw(query);
    return { ...answer, columnTypes: answer.columnTypes.map((type, i) => CATALOGUE[types[i] ?? 0] ?? type) };
  };
  const start = q.startTransaction?.bind(q);
  if (start) q.startTransaction = async (isolation) => mend(await start(isolation));
  if (q.executeScript)
    q.executeScript = async (sql) => {
      try {
        await q.client.query(sql);
      } catch (error) {
        q.onError(error);
      }
    };
  return adapter;
}

export class MigratePg extends PrismaPg {
  readonly #connection: pg.PoolConfig;

  constructor(url: string) {
    const parsed = new URL(url);
    const connection: pg.PoolConfig = {
      host: parsed.hostname,
      port: Number(parsed.port || 5432),
      user: decodeURIComponent(parsed.username),
      password: decodeURIComponent(parsed.password),
      database: parsed.pathname.slice(1),
      max: 1,
      allowExitOnIdle: true,
    };
    super(connection);
    this.#connection = connection;
  }

  override async connect() {
    return mend(await super.connect());
  }

  override async connectToShadowDb() {
    const database = `prisma_migrate_shadow_db_${randomUUID()}`;
    await this.#administer(`CREATE DATABASE "${database}" TEMPLATE template0`);
    await this.#prepare(database);
    const shadow = mend(await new PrismaPg({ ...this.#connection, database }).connect());
    const close = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await close();
      await this.#administer(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
    };
    return shadow;
  }

  async #prepare(database: string) {
    await this.#administer(
      `DO $$ BEGIN CREATE ROLE aftercare_app; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    );
    const pgPool = new pg.Pool({ ...this.#connection, database, max: 2 });
    try {
      await migrateQueue({ pgPool });
    } finally {
      await pgPool.end();
    }
  }

  async #administer(sql: string) {
    const client = new pg.Client(this.#connection);
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }
}
