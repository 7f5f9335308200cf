import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, run, type TaskList, type WorkerEvents } from "graphile-worker";
import type pg from "pg";
import { log } from "~/platform/log.server";
import { PatientPool } from "~/platform/queue/patient-pool.server";

/** A worker that has not been seen for this long is dead, and its jobs are given back. */
const DEAD_AFTER_MS = 20_000;
const BEAT_MS = 5_000;

export type QueueWorker = {
  /** Finishes what is running, gives back the rest, and stops. */
  stop(): Promise<void>;
  /** Rejects when the queue engine fails for good. */
  ended: Promise<void>;
};

/**
 * Runs the queue in this process until stopped. Jobs of a killed worker would stay locked for four hours
 * (the engine's own limit), so every worker notes that it is alive and gives back the jobs of those that
 * are not.
 */
export async function startQueueWorker(
  connectionString: string,
  taskList: TaskList,
  crontab: string,
  concurrency: number,
): Promise<QueueWorker> {
  const pool = new PatientPool({
    connectionString,
    max: concurrency + 4,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  pool.on("error", (error) => log.warn({ error }, "an idle queue connection was lost"));
  pool.on("connect", (client) =>
    client.on("error", (error) => log.debug({ error }, "a queue connection was lost")),
  );
  const mine = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => mine.add(workerPool.id));
  events.on("worker:create", ({ worker }) => mine.add(worker.workerId));
  const runner = await run({
    pgPool: pool,
    events,
    taskList,
    crontab,
    noHandleSignals: true,
    logger: new Logger(() => writeLog),
    preset: {
      worker: {
        concurrentJobs: concurrency,
        pollInterval: 1_000,
        localQueue: { size: concurrency * 4, ttl: 60_000 },
        // Not batched: the engine stops for good when a batch cannot be noted (Postgres restarted), while a
        // single job is noted again and again until it can be.
        completeJobBatchDelay: -1,
        failJobBatchDelay: -1,
      },
    },
  });
  const beating = new AbortController();
  const beats = keepAlive(pool, mine, beating.signal);
  const stop = async () => {
    await runner.stop(); // beating until the end: a long last job must not be taken for a dead worker's
    beating.abort();
    await beats;
    await pool.end();
  };
  return { stop, ended: runner.promise };
}

function writeLog(level: string, message: string) {
  // The engine's messages can quote a job's error and payload, so only its level and first words are kept.
  if (level === "error" || level === "warning") log.warn({ queue: message.slice(0, 60) }, "queue");
  else log.debug("queue event");
}

/** Under the ids in `mine` jobs are locked; the engine makes them as it starts. */
async function keepAlive(pool: pg.Pool, mine: ReadonlySet<string>, signal: AbortSignal) {
  while (!signal.aborted) {
    try {
      await beat(pool, [...mine]);
    } catch (error) {
      log.warn({ error }, "could not note that this worker is alive");
    }
    await sleep(BEAT_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function beat(pool: pg.Pool, mine: string[]) {
  await pool.query(
    `insert into worker_heartbeat (id, "seenAt") select unnest($1::text[]), now()
     on conflict (id) do update set "seenAt" = now()`,
    [mine],
  );
  await pool.query(`delete from worker_heartbeat where "seenAt" < now() - interval '1 hour'`);
  const { rows } = await pool.query<{ locked_by: string }>(
    `select distinct locked_by from graphile_worker._private_jobs
     where locked_by is not null and locked_at < now() - $1::interval
       and locked_by not in (select id from worker_heartbeat where "seenAt" > now() - $1::interval)`,
    [`${DEAD_AFTER_MS} milliseconds`],
  );
  if (rows.length === 0) return;
  await pool.query("select graphile_worker.force_unlock_workers($1)", [rows.map((row) => row.locked_by)]);
  log.warn({ workers: rows.length }, "gave back the jobs of dead workers");
}
