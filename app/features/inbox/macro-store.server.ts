import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import { macroActionsSchema } from "./automation/actions";
import { type Macro, type MacroSays, macroTextsSchema } from "./automation/macro";

const WHOLE = {
  id: true,
  name: true,
  texts: true,
  actions: true,
  version: true,
  uses: true,
  usedAt: true,
} as const;
type Row = Omit<Macro, "texts" | "actions"> & { texts: unknown; actions: unknown };

/** A kept macro; an action that this build does not know (any more) is left out. */
const macroOf = ({ texts, actions, ...row }: Row): Macro => {
  const kept = Array.isArray(actions) ? actions : [];
  const known = kept.flatMap((one) => macroActionsSchema.safeParse([one]).data ?? []);
  return { ...row, texts: macroTextsSchema.parse(texts), actions: known };
};

/** The shop's macros in the order of their names, at most `most`. */
export async function macrosOf(tx: ShopTx, most: number): Promise<Macro[]> {
  const rows = await tx.db.macro.findMany({
    where: { shopId: tx.shopId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: most,
    select: WHOLE,
  });
  return rows.map(macroOf);
}

export async function loadMacro(tx: ShopTx, id: string): Promise<Macro | null> {
  const row = await tx.db.macro.findUnique({
    where: { shopId_id: { shopId: tx.shopId, id } },
    select: WHOLE,
  });
  return row && macroOf(row);
}

/** Lets one writer at a time change macros, until the transaction ends. */
export async function lockMacros(tx: ShopTx): Promise<void> {
  await tx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`macros of ${tx.shopId}`}, 0))`;
}

export const countMacros = (tx: ShopTx): Promise<number> =>
  tx.db.macro.count({ where: { shopId: tx.shopId } });

export async function addMacro(tx: ShopTx, says: MacroSays, by: string): Promise<string> {
  const id = newId(tx.now);
  await tx.db.macro.create({
    data: { ...says, shopId: tx.shopId, id, updatedAt: tx.now, updatedBy: by },
  });
  return id;
}

/** Answers whether this version was still the macro's. */
export async function changeMacro(
  tx: ShopTx,
  { id, version }: { id: string; version: number },
  says: MacroSays,
  by: string,
): Promise<boolean> {
  const { count } = await tx.db.macro.updateMany({
    where: { shopId: tx.shopId, id, version },
    data: { ...says, version: version + 1, updatedAt: tx.now, updatedBy: by },
  });
  return count > 0;
}

export async function removeMacro(tx: ShopTx, id: string): Promise<boolean> {
  const { count } = await tx.db.macro.deleteMany({ where: { shopId: tx.shopId, id } });
  return count > 0;
}

/** An answer was sent with it. */
export async function countUse(tx: ShopTx, id: string): Promise<void> {
  await tx.db.macro.updateMany({
    where: { shopId: tx.shopId, id },
    data: { uses: { increment: 1 }, usedAt: tx.now },
  });
}
