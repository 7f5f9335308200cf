import { z } from "zod";
import { defineTask } from "~/platform/queue/task.server";
import { refreshProfile } from "./refresh-profile.server";
import { checkSendingDomain } from "./sending-domain.server";

export const settingsTasks = [
  defineTask({ name: "refresh-profile", schema: z.object({}), run: (shop) => refreshProfile(shop) }),
  defineTask({
    name: "check-sending-domain",
    schema: z.object({}),
    // A shop without a domain of its own has nothing to check.
    run: async (shop) => void (await checkSendingDomain(shop)),
  }),
];
