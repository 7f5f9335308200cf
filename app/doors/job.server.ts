import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { mintShop } from "~/platform/database/shop.server";
import { isInstalled } from "~/platform/database/shops.server";
import { log, withLogContext } from "~/platform/log.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import type { Task } from "~/platform/queue/task.server";
import { readShopId } from "~/values/ids";

type Job = { id: string; attempts: number; max_attempts: number };
const isLastTry = (job: Job) => job.attempts >= job.max_attempts;
const GIVEN_UP = "It was tried for days and given up";

const envelope = z.object({ shopId: z.string() });

/** The job door: lets a queued job in for the shop it names, and sorts what goes wrong by who must act. */
export function taskList(tasks: readonly Task[]): TaskList {
  return Object.fromEntries(
    tasks.map((task) => [
      task.name,
      (payload: unknown, { job }: { job: Job }) => runTask(task, payload, String(job.id), isLastTry(job)),
    ]),
  );
}

/** Runs one job. Throws only what should be tried again. */
export async function runTask(task: Task, payload: unknown, jobId: string, lastTry = false): Promise<void> {
  const shopId = readShopId(envelope.parse(payload).shopId);
  if (!shopId) throw new Error("A job without a shop");
  await withLogContext({ shopId, job: `${task.name}:${jobId}` }, async () => {
    if (!task.evenUninstalled && !(await isInstalled(shopId))) {
      log.info("dropped a job: the shop has removed the app");
      return;
    }
    const shop = mintShop(shopId);
    const parsed = task.schema.parse(payload);
    try {
      await task.run(shop, parsed);
    } catch (error) {
      if (error instanceof NeverMind) log.info({ error }, "a job no longer matters");
      else if (error instanceof NeedsMerchant) {
        log.warn({ error }, "a job needs the merchant");
        await task.needsMerchant?.(shop, parsed, error.message);
      } else {
        if (error instanceof TryAgain) log.info({ error }, "a job will be tried again");
        else log.error({ error }, "a job failed and will be tried again");
        // What is given up for good is shown where the merchant looks, not only in the log.
        if (lastTry) await task.needsMerchant?.(shop, parsed, GIVEN_UP);
        throw new Error(error instanceof TryAgain ? error.message : "failed; see the log");
      }
    }
  });
}
