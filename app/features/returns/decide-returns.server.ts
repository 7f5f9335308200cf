import type { Shop } from "~/platform/database/shop.server";
import type { RefusalCode } from "~/values/result";
import { approveReturn } from "./approve-return.server";
import { declineReturn } from "./decline-return.server";
import type { Actor } from "./facts";
import type { BulkDecision } from "./staff-schema";

/** What became of one of many: done, or the code of why not. */
export type Decided = { id: string; refused: RefusalCode | null };

/** Approves or declines many returns, each in a transaction of its own: one that cannot be stops no other. */
export async function decideReturns(shop: Shop, asked: BulkDecision, by: Actor): Promise<Decided[]> {
  const decided: Decided[] = [];
  for (const id of asked.ids) {
    const done =
      asked.intent === "approve"
        ? await approveReturn(shop, id, by)
        : await declineReturn(shop, id, asked, by);
    decided.push({ id, refused: done.ok ? null : done.refusal.code });
  }
  return decided;
}
