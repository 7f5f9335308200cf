import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { taskList } from "~/doors/job.server";
import { readWebhooks } from "~/features/connection/read-webhooks.server";
import { connectionTasks } from "~/features/connection/tasks.server";
import { inboxTasks } from "~/features/inbox/tasks.server";
import { delayTasks } from "~/features/notifications/delay-tasks.server";
import { notificationTasks } from "~/features/notifications/tasks.server";
import { orderTasks } from "~/features/orders/tasks.server";
import { returnTasks } from "~/features/returns/tasks.server";
import { settingsTasks } from "~/features/settings/tasks.server";
import { defineTask } from "~/platform/queue/task.server";
import { forEachShop } from "./for-each-shop.server";
import { privacyTask } from "./privacy.server";
import { react } from "./react.server";
import { retentionTask } from "./retention.server";
import { webhookReaders } from "./webhook-readers";

const readWebhooksTask = defineTask({
  name: "read-webhooks",
  schema: z.object({}),
  evenUninstalled: true,
  run: (shop) => readWebhooks(shop, webhookReaders),
});

/** Every job this build can run. */
export const tasks: TaskList = {
  ...taskList([
    readWebhooksTask,
    react,
    privacyTask,
    retentionTask,
    ...connectionTasks,
    ...settingsTasks,
    ...orderTasks,
    ...notificationTasks,
    ...delayTasks,
    ...inboxTasks,
    ...returnTasks,
  ]),
  ...forEachShop("sweep-orders"),
  ...forEachShop("check-sending-domain"),
  ...forEachShop("forget-lookups"),
  ...forEachShop("sweep-retention"),
  ...forEachShop("forget-photos"),
  ...forEachShop("close-silent"),
  ...forEachShop("learn-tags"),
  ...forEachShop("release-held"),
  ...forEachShop("learn-delays"),
  ...forEachShop("look-at-deliveries"),
  ...forEachShop("sweep-returns"),
  ...forEachShop("warn-of-due-refunds"),
  ...forEachShop("track-parcels"),
  ...forEachShop("follow-parcels"),
};

/** When, in cron's own words (UTC), something happens for every shop. */
export const schedule = [
  "*/10 * * * * every-shop:sweep-orders",
  "5,15,25,35,45,55 * * * * every-shop:sweep-returns",
  "33 * * * * every-shop:warn-of-due-refunds",
  "9,24,39,54 * * * * every-shop:track-parcels",
  "1,11,21,31,41,51 * * * * every-shop:follow-parcels",
  "17 3 * * * every-shop:forget-lookups",
  "43 2 * * * every-shop:sweep-retention",
  "27 4 * * * every-shop:check-sending-domain",
  "47 * * * * every-shop:forget-photos",
  "37 * * * * every-shop:close-silent",
  "53 2 * * * every-shop:learn-tags",
  "23 2 * * * every-shop:learn-delays",
  "3,13,23,33,43,53 * * * * every-shop:look-at-deliveries",
  // each has a job of its own for its time; this is for the day a clock jumps
  "7 * * * * every-shop:release-held",
].join("\n");
