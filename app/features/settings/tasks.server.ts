import { z } from "zod";
import { defineTask } from "~/platform/queue/task.server";
import { refreshProfile } from "./refresh-profile.server";

export const settingsTasks = [
  defineTask({ name: "refresh-profile", schema: z.object({}), run: (shop) => refreshProfile(shop) }),
];
