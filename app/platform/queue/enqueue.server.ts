import type { ShopTx } from "~/platform/database/shop.server";

/** Smaller runs first: what a shopper waits for before what nobody sees. */
export const PRIORITY = { shopper: -10, normal: 0, sweep: 10 } as const;

export type EnqueueOptions = {
  /** the same key while one waits: the later call replaces the earlier job */
  key?: string;
  /** not before this many milliseconds have passed, by the database's clock */
  delayMs?: number;
  /** one that waits under this key keeps its time: a stream of calls does not put it off for ever */
  keepTime?: boolean;
  priority?: number;
  maxAttempts?: number;
};

/** Adds a job in the caller's transaction: it exists if and only if the transaction commits. */
export async function enqueue(
  tx: ShopTx,
  task: string,
  payload: Record<string, unknown>,
  options: EnqueueOptions = {},
): Promise<void> {
  const mode = options.keepTime ? "preserve_run_at" : "replace";
  const body = JSON.stringify({ ...payload, shopId: tx.shopId });
  await tx.db
    .$executeRaw`select enqueue(${task}, ${body}::json, ${options.key ?? null}, now() + ${options.delayMs ?? null}::float8 * interval '1 millisecond', ${options.priority ?? null}::int, ${options.maxAttempts ?? null}::int, ${mode})`;
}

export type Job = { task: string; payload: Record<string, unknown>; key?: string; priority?: number };

/** As `enqueue`, for many jobs in one statement. */
export async function enqueueAll(tx: ShopTx, jobs: Job[]): Promise<void> {
  if (jobs.length === 0) return;
  const rows = JSON.stringify(
    jobs.map((job) => ({ ...job, payload: { ...job.payload, shopId: tx.shopId } })),
  );
  await tx.db.$executeRaw`
    select enqueue(task, payload, key, null, priority, null, 'replace')
    from json_to_recordset(${rows}::json) as job(task text, payload json, key text, priority int)`;
}
