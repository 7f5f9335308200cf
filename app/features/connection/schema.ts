import { z } from "zod";

/** What staff may do on the connection page. A delivery's id is as long as its parts allow. */
export const connectionAction = z.discriminatedUnion("do", [
  z.object({ do: z.literal("retry"), id: z.string().min(1).max(250) }),
  z.object({ do: z.literal("retryAll") }),
  z.object({ do: z.literal("sweep") }),
]);
