import { z } from "zod";
import { defineTask } from "~/platform/queue/task.server";
import { learnDelays } from "./learn-delays.server";
import { failBackTest, runBackTest } from "./run-back-test.server";
import { lookAtDue, watchDeliveries } from "./watch-deliveries.server";

export const delayTasks = [
  defineTask({
    name: "watch-deliveries",
    schema: z.object({ factIds: z.array(z.string()) }),
    run: (shop, { factIds }) => watchDeliveries(shop, factIds),
  }),
  defineTask({ name: "look-at-deliveries", schema: z.object({}), run: (shop) => lookAtDue(shop) }),
  defineTask({ name: "learn-delays", schema: z.object({}), run: (shop) => learnDelays(shop) }),
  defineTask({
    name: "run-back-test",
    schema: z.object({}),
    run: (shop) => runBackTest(shop),
    needsMerchant: (shop) => failBackTest(shop),
  }),
];
