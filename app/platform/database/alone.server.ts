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

/** Runs `work` unless somebody, here or in another process, is at work of the same name. Answers whether it ran. */
export async function unlessBusy(name: string, work: () => Promise<void>): Promise<boolean> {
  const client = await database().locks.connect();
  const { rows } = await client
    .query<{ mine: boolean }>(`select pg_try_advisory_lock(${KEY}) as mine`, [name])
    .catch((error: Error) => {
      client.release(error);
      throw error;
    });
  if (!rows[0]?.mine) {
    client.release();
    return false;
  }
  try {
    await work();
  } finally {
    await unlock(client, name);
  }
  return true;
}

const KEY = "hashtextextended($1, 0)";

async function locked<T>(name: string, work: () => Promise<T>): Promise<T> {
  const client = await database().locks.connect();
  try {
    await client.query(`select pg_advisory_lock(${KEY})`, [name]);
    return await work();
  } finally {
    await unlock(client, name);
  }
}

/** When the connection is gone, so is the lock: releasing with an error takes it out of the pool. */
const unlock = (client: pg.PoolClient, name: string) =>
  client.query(`select pg_advisory_unlock(${KEY})`, [name]).then(
    () => client.release(),
    (error: Error) => client.release(error),
  );
