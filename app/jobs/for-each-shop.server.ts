import type { TaskList } from "graphile-worker";
import { mintShopForSchedule } from "~/doors/schedule.server";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";

/**
 * The one place where work goes across shops: a scheduled name becomes one job for each installed shop. A
 * shop whose last one still waits gets no second.
 */
export const forEachShop = (task: string): TaskList => ({
  [`every-shop:${task}`]: async () => {
    for await (const shop of mintShopForSchedule())
      await shop.transact((tx) =>
        enqueue(tx, task, {}, { key: `${task}:${shop.id}`, priority: PRIORITY.sweep }),
      );
  },
});
