import { z } from "zod";
import { notify } from "~/features/notifications/notify.server";
import type { Shop } from "~/platform/database/shop.server";
import { enqueueAll, type Job, PRIORITY } from "~/platform/queue/enqueue.server";
import { factsById } from "~/platform/queue/record.server";
import { defineTask } from "~/platform/queue/task.server";
import { reactions, together } from "./reactions";

const schema = z.object({ factId: z.string().optional(), factIds: z.array(z.string()).optional() });
type Fact = Awaited<ReturnType<typeof factsById>>[number];

/**
 * Fans facts of one moment out into the tasks that follow from them, all in one commit. When telling people is
 * all that follows, as for a new order, it is done here and now: a shopper waits for it.
 */
export const react = defineTask({
  name: "react",
  schema,
  run: async (shop: Shop, { factId, factIds = [] }: z.infer<typeof schema>) => {
    const ids = factId ? [factId, ...factIds] : factIds;
    const jobs = followUps(await shop.transact((tx) => factsById(tx, ids)));
    if (jobs.length === 1 && jobs[0]?.task === "notify") return notify(shop, ids);
    await shop.transact((tx) => enqueueAll(tx, jobs));
  },
});

function followUps(facts: Fact[]): Job[] {
  const alone: Job[] = [];
  const gathered = new Map<string, string[]>();
  for (const { id, kind, ...about } of facts)
    for (const task of reactions[kind] ?? []) {
      if (together.has(task)) gathered.set(task, [...(gathered.get(task) ?? []), id]);
      else alone.push(job(task, id, { ...about, factId: id }));
    }
  return [...alone, ...[...gathered].map(([task, ids]) => job(task, ids[0] ?? "", { factIds: ids }))];
}

const job = (task: string, firstId: string, payload: Record<string, unknown>): Job => ({
  task,
  payload,
  key: `${task}:${firstId}`,
  priority: PRIORITY.shopper,
});
