import pg from "pg";

/** "Cannot connect now": what the queue engine takes for a reason to try again, and never gives up on soon. */
const CANNOT_CONNECT_NOW = "57P03";

/**
 * A pool for the queue engine, where a lost connection is always a reason to try again.
 *
 * The engine notes each job's end in a promise nobody waits for, and tries again only on some errors: a restarted
 * Postgres has others besides ("terminated by administrator", "connection reset", errors without a code), which
 * would end the whole worker. Noting an end twice changes nothing, so here they all become the one it knows.
 * An SQL error of another class stays what it is.
 */
export class PatientPool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super({ ...config, Client: PatientClient });
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): Promise<pg.PoolClient> | undefined {
    if (callback) return void super.connect(callback);
    return super.connect().catch((error: unknown) => {
      throw this.ending ? error : patiently(error);
    });
  }
}

type ConnectCallback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: Error | boolean) => void,
) => void;

class PatientClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the parent's overloads are many, and all pass through unchanged
  override query(...args: any[]): any {
    const answer: unknown = Reflect.apply(super.query, this, args);
    if (!(answer instanceof Promise)) return answer;
    return answer.catch((error: unknown) => {
      throw patiently(error);
    });
  }
}

function patiently(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  // SQLSTATE classes 08 (connection) and 57P (operator intervention): PostgreSQL manual, appendix A
  const isOfSql = error instanceof pg.DatabaseError && !/^(08|57P)/.test(String(code));
  if (isOfSql || !(error instanceof Error)) return error;
  return Object.assign(error, { code: CANNOT_CONNECT_NOW });
}
