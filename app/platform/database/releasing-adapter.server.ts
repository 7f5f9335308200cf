import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlQuery, Transaction } from "@prisma/driver-adapter-utils";

type Held = Transaction & { client: { release(destroy: boolean): void } };

/**
 * Prisma's adapter gives a transaction's connection back to the pool only after a COMMIT or ROLLBACK that went
 * well (6.19). One that failed, because the line to Postgres broke, kept its place in the pool for ever: after
 * a restart of Postgres under load a process had none left. Here such a connection is thrown away.
 */
export class ReleasingPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => releasing((await start(level)) as Held);
    return adapter;
  }
}

function releasing(transaction: Held): Held {
  const run = transaction.executeRaw.bind(transaction);
  transaction.executeRaw = async (query: SqlQuery) => {
    try {
      return await run(query);
    } catch (error) {
      if (query.sql === "COMMIT" || query.sql === "ROLLBACK") transaction.client.release(true);
      throw error;
    }
  };
  return transaction;
}
