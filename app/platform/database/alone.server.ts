import type pg from "pg";
import { database } from "./database.server";

/** Who waits in this process for a name; only the first of them asks the database. */
const turns = new Map<string, Promise<unknown>>();

/**
 * Runs `work` while no other process runs work of the same name; the others wait their turn. The lock has a
 * connection of its own, apart from those the work needs, so that waiting never takes them all.
 */
export function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const mine = (turns.get(name) ?? Promise.resolve()).then(() => locked(name, work));
  const over = mine.catch(() => undefined);
  turns.set(name, over);
  void over.then(() => turns.get(name) === over && turns.delete(name));
  return mine;
}

/**
 * Runs `work` with those of the names that nobody, here or in another process, is at work of; `isFree` tells
 * which. Answers whether any was busy. With none free it does not run.
 */
export async function unlessBusy(
  names: string[],
  work: (isFree: (name: string) => boolean) => Promise<void>,
): Promise<boolean> {
  const client = await database().locks.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select name from (select distinct unnest($1::text[]) as name offset 0) n
       where pg_try_advisory_lock(hashtextextended(name, 0))`,
      [names],
    );
    const free = new Set(rows.map((row) => row.name));
    if (free.size > 0) await work((name) => free.has(name));
    return names.some((name) => !free.has(name));
  } finally {
    await unlock(client);
  }
}

async function locked<T>(name: string, work: () => Promise<T>): Promise<T> {
  const client = await database().locks.connect();
  try {
    await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [name]);
    return await work();
  } finally {
    await unlock(client);
  }
}

/** When the connection is gone, so is the lock: releasing with an error takes it out of the pool. */
const unlock = (client: pg.PoolClient) =>
  client.query("select pg_advisory_unlock_all()").then(
    () => client.release(),
    (error: Error) => client.release(error),
  );

/** Names held for long by one connection of this process. */
export type HeldNames = {
  /** False when another process holds it. Throws once the connection is gone, and with it all names. */
  take(name: string): Promise<boolean>;
  give(name: string): Promise<void>;
  /** aborts when the connection is gone: others may hold the names by now */
  lost: AbortSignal;
  close(): Promise<void>;
};

/** Holds names for as long as something goes on: any number of them on one connection. */
export async function holdNames(): Promise<HeldNames> {
  const client = await database().locks.connect();
  const gone = new AbortController();
  const onGone = () => gone.abort();
  client.on("error", onGone);
  client.on("end", onGone);
  return {
    lost: gone.signal,
    async take(name) {
      const { rows } = await client.query<{ held: boolean }>(
        "select pg_try_advisory_lock(hashtextextended($1, 0)) as held",
        [name],
      );
      return rows[0]?.held ?? false;
    },
    async give(name) {
      await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [name]);
    },
    close: () => {
      client.off("error", onGone);
      client.off("end", onGone);
      return unlock(client);
    },
  };
}
