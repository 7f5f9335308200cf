import type { Shop } from "~/platform/database/shop.server";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { type Actor, returnFact } from "./facts";
import { readProblem } from "./problem";
import * as store from "./store.server";

/** Staff have mended what was wrong: the task that stopped runs again. Refuses `returns.notFound`. */
export const retryReturn = (
  shop: Shop,
  returnId: string,
  by: Actor = { kind: "system" },
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const stuck = await store.lock(tx, returnId);
    if (!stuck) return refuse("returns.notFound");
    const problem = readProblem(stuck.problem);
    if (!problem) return ok(null);
    await store.save(tx, stuck.id, { problem: null });
    const payload = { returnId: stuck.id, orderId: stuck.orderId };
    await enqueue(tx, problem.task, payload, {
      key: `${problem.task}:${stuck.id}:retry`,
      priority: PRIORITY.shopper,
    });
    await record(tx, returnFact("return.retried", stuck, by, { task: problem.task }, newId(tx.now)));
    return ok(null);
  });
