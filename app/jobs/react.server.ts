import { z } from "zod";
import type { Shop } from "~/platform/database/shop.server";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";
import { factById } from "~/platform/queue/record.server";
import { defineTask } from "~/platform/queue/task.server";
import { reactions } from "./reactions";

/** Fans a fact out into the tasks that follow from it, all in one commit. */
export const react = defineTask({
  name: "react",
  schema: z.object({ factId: z.string() }),
  run: (shop: Shop, { factId }: { factId: string }) =>
    shop.transact(async (tx) => {
      const fact = await factById(tx, factId);
      if (!fact) return;
      const { kind, ...about } = fact;
      for (const task of reactions[kind] ?? [])
        await enqueue(
          tx,
          task,
          { ...about, factId },
          { key: `${task}:${factId}`, priority: PRIORITY.shopper },
        );
    }),
});
