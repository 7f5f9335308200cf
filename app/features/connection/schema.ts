import { z } from "zod";

/** What staff may do on the connection page. A delivery's id is as long as its parts allow. */
export const connectionAction = z.discriminatedUnion("do", [
  z.object({ do: z.literal("retry"), id: z.string().min(1).max(250) }),
  z.object({ do: z.literal("retryAll") }),
  z.object({ do: z.literal("sweep") }),
  z.object({
    do: z.literal("backfill"),
    days: z.enum(["60", "180", "365", "730"]).transform(Number),
  }),
]);
