import { z } from "zod";
import { defineTask } from "~/platform/queue/task.server";
import { uninstallShop } from "./uninstall-shop.server";

export const connectionTasks = [
  defineTask({
    name: "uninstall-shop",
    schema: z.object({ at: z.iso.datetime() }),
    evenUninstalled: true,
    run: (shop, { at }) => uninstallShop(shop, new Date(at)),
  }),
];
