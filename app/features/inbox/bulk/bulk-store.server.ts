import type { Prisma } from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import type { ConversationState } from "../rules";
import { type BulkBefore, bulkBeforeSchema, type ItemBefore, type UndoableKind } from "./bulk";

export type Snapshot = ItemBefore & { mergedIntoId: string | null; tags: string[] };

/** How these conversations are now; those this shop does not have are left out. */
export async function snapshotOf(tx: ShopTx, ids: readonly string[]): Promise<Map<string, Snapshot>> {
  const rows = await tx.db.conversation.findMany({
    where: { shopId: tx.shopId, id: { in: [...ids] } },
    select: {
      id: true,
      state: true,
      awaitingSince: true,
      replyBy: true,
      snoozedUntil: true,
      assignee: true,
      assigneeId: true,
      teamId: true,
      mergedIntoId: true,
      tags: { select: { tag: true } },
    },
  });
  return new Map(
    rows.map(({ tags, ...row }) => [
      row.id,
      { ...row, state: row.state as ConversationState, tags: tags.map(({ tag }) => tag) },
    ]),
  );
}

const KEPT_MS = 86_400_000;

/** Keeps how conversations were; what is older than a day is forgotten. Answers its id. */
export async function keepBefore(
  tx: ShopTx,
  change: { kind: UndoableKind; staffId: string; before: BulkBefore; at: Date },
): Promise<string> {
  await tx.db.bulkChange.deleteMany({
    where: { shopId: tx.shopId, at: { lt: new Date(tx.now.getTime() - KEPT_MS) } },
  });
  const id = newId(tx.now);
  const { kind, staffId, at } = change;
  const before = JSON.parse(JSON.stringify(change.before)) as Prisma.InputJsonObject;
  await tx.db.bulkChange.create({ data: { shopId: tx.shopId, id, kind, staffId, before, at } });
  return id;
}

/** Takes out what somebody may undo, so that it is undone once; null when it is not there, or another's. */
export async function takeBefore(
  tx: ShopTx,
  id: string,
  staffId: string,
): Promise<{ kind: UndoableKind; before: BulkBefore; at: Date } | null> {
  const [row] = await tx.db.$queryRaw<{ kind: string; before: unknown; at: Date }[]>`
    delete from bulk_change where "shopId" = ${tx.shopId} and id = ${id} and "staffId" = ${staffId}
    returning kind, before, at`;
  return row
    ? { kind: row.kind as UndoableKind, before: bulkBeforeSchema.parse(row.before), at: row.at }
    : null;
}

/** When a conversation was closed, if it is. */
export async function closedAtOf(tx: ShopTx, id: string): Promise<Date | null> {
  const row = await tx.db.conversation.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id } },
    select: { closedAt: true, state: true },
  });
  return row?.state === "closed" ? row.closedAt : null;
}
