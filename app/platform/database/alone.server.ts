import { database } from "./database.server";

/** Runs `work` while no other process runs work of the same name; the others wait their turn. */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const client = await database().pool.connect();
  try {
    await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [name]);
    return await work();
  } finally {
    // When the connection is gone, so is the lock: releasing with an error takes it out of the pool.
    await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [name]).then(
      () => client.release(),
      (error: Error) => client.release(error),
    );
  }
}
