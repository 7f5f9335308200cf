import { z } from "zod";
import { defineTask } from "~/platform/queue/task.server";
import { notify } from "./notify.server";
import { giveUp, sendNotification } from "./send-notification.server";

const one = z.object({ notificationId: z.string() });

export const notificationTasks = [
  defineTask({
    name: "notify",
    schema: z.object({ factId: z.string() }),
    run: (shop, { factId }) => notify(shop, factId),
  }),
  defineTask({
    name: "send-notification",
    schema: one,
    run: (shop, { notificationId }) => sendNotification(shop, notificationId),
    needsMerchant: (shop, { notificationId }, reason) => giveUp(shop, notificationId, reason),
  }),
];
