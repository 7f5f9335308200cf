import type { Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import type { BackTest } from "./delay/back-test";
import { backTestSchema } from "./delay/back-test-schema";

export type KeptBackTest = {
  state: "running" | "done" | "failed";
  /** 0 to 1 */
  progress: number;
  askedAt: Date;
  finishedAt: Date | null;
  result: BackTest | null;
};

const keyOf = (tx: ShopTx) => ({ shopId: tx.shopId, id: "last" });

/** The last back test, or the one under way; null when there never was one. */
export async function loadBackTest(tx: ShopTx): Promise<KeptBackTest | null> {
  const row = await tx.db.delayBackTest.findUnique({ where: { shopId_id: keyOf(tx) } });
  if (!row) return null;
  const { state, progress, askedAt, finishedAt, result } = row;
  return {
    state: state as KeptBackTest["state"],
    progress,
    askedAt,
    finishedAt,
    // what an older version found is not shown as if it were this one's
    result: backTestSchema.safeParse(result).data ?? null,
  };
}

export async function beginBackTest(tx: ShopTx): Promise<void> {
  const row = { state: "running", progress: 0, askedAt: tx.now, finishedAt: null };
  const key = keyOf(tx);
  await tx.db.delayBackTest.upsert({ where: { shopId_id: key }, create: { ...key, ...row }, update: row });
}

export async function noteProgress(tx: ShopTx, progress: number): Promise<void> {
  await tx.db.delayBackTest.updateMany({ where: keyOf(tx), data: { progress } });
}

export async function endBackTest(tx: ShopTx, result: BackTest | null): Promise<void> {
  await tx.db.delayBackTest.updateMany({
    where: keyOf(tx),
    data: {
      state: result ? "done" : "failed",
      progress: 1,
      finishedAt: tx.now,
      ...(result ? { result: result as unknown as Prisma.InputJsonObject } : {}),
    },
  });
}
