import type { z } from "zod";
import type { Shop } from "~/platform/database/shop.server";

/** One kind of job. Names never change and schemas only gain optional fields: old jobs must still run. */
export type Task<P = unknown> = {
  name: string;
  schema: z.ZodType<P>;
  run(shop: Shop, payload: P): Promise<void>;
  /** what the merchant is told in their problem list, when only they can mend it */
  needsMerchant?(shop: Shop, payload: P, message: string): Promise<void>;
  /** may run for a shop that has uninstalled us (privacy, clean-up) */
  evenUninstalled?: boolean;
};

/** Declares a task; its payload's type follows from its schema. */
// biome-ignore lint/suspicious/noExplicitAny: the one place where tasks of different payloads become one list
export const defineTask = <P>(task: Task<P>): Task<any> => task;
