import { Logger, runOnce, type TaskList } from "graphile-worker";
import { expect } from "vitest";
import { tasks } from "~/jobs/worker.server";
import type { FreshDatabase } from "./database";

type Base = Pick<FreshDatabase, "ownerUrl" | "owner">;
export type Waiting = { task: string; attempts: number; error: string | null; payload: unknown };

/** Runs every job that is due, and what they add, until none is due. Retries that lie ahead are not waited for. */
export async function runDue(
  { ownerUrl, owner }: Base,
  taskList: TaskList = tasks,
  concurrency = 4,
): Promise<void> {
  await runOnce({
    connectionString: ownerUrl,
    taskList,
    concurrency,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
  });
  // The engine says it is done a moment before the last job is off its table.
  await expect
    .poll(async () => {
      const { rowCount } = await owner.query(
        "select 1 from graphile_worker._private_jobs where locked_at is not null",
      );
      return rowCount;
    })
    .toBe(0);
}

/** Runs the queue to rest: what waits for later, retries included, is run now, up to `rounds` times. */
export async function runAll(base: Base, taskList: TaskList = tasks, rounds = 20): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await base.owner.query("update graphile_worker._private_jobs set run_at = now() where locked_at is null");
    await base.owner.query(`update webhook_delivery set "nextTryAt" = now() where "nextTryAt" is not null`);
    await runDue(base, taskList);
    if ((await waitingJobs(base)).length === 0) return;
  }
}

/** Jobs that wait, of all shops. */
export async function waitingJobs({ owner }: Pick<Base, "owner">): Promise<Waiting[]> {
  const { rows } = await owner.query<Waiting>(
    `select t.identifier as task, j.attempts, j.last_error as error, j.payload
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
  );
  return rows;
}
