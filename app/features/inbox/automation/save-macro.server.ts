import type { Shop } from "~/platform/database/shop.server";
import type { LiquidProblem } from "~/platform/liquid/liquid";
import { ok, type Refused, type Result, refuse } from "~/values/result";
import { rulesOf } from "../automation-store.server";
import * as store from "../macro-store.server";
import type { Action } from "./actions";
import { type MacroSays, MOST_MACROS } from "./macro";
import { macroProblem } from "./write-macro";

/**
 * Staff keep a macro: a new one (`seen` null), or another version of one. Refuses `automation.textWrong` with the
 * language (or "note") and place of what cannot be written, `automation.tooMany`, `automation.notFound`, and
 * `automation.changedMeanwhile` when somebody else saved since.
 */
export const saveMacro = (
  shop: Shop,
  says: MacroSays,
  seen: { id: string; version: number } | null,
  staffName: string,
): Promise<Result<{ id: string }>> =>
  shop.transact(async (tx) => {
    const wrong = wrongIn(says);
    if (wrong) return wrong;
    await store.lockMacros(tx);
    if (!seen) {
      if ((await store.countMacros(tx)) >= MOST_MACROS)
        return refuse("automation.tooMany", { most: MOST_MACROS });
      return ok({ id: await store.addMacro(tx, says, staffName) });
    }
    if (!(await store.loadMacro(tx, seen.id))) return refuse("automation.notFound");
    const isSaved = await store.changeMacro(tx, seen, says, staffName);
    return isSaved ? ok({ id: seen.id }) : refuse("automation.changedMeanwhile");
  });

/** What a macro's words, or the notes among its actions, cannot say. */
function wrongIn({ texts, actions }: MacroSays): Refused | null {
  for (const [where, source] of [...Object.entries(texts), ...notesIn(actions)]) {
    const problem = macroProblem(source);
    if (problem) return textWrong(where, problem);
  }
  return null;
}

/** The notes that actions write, each as one of the texts that must be checked. */
export const notesIn = (actions: readonly Action[]): [string, string][] =>
  actions.flatMap((one) => (one.do === "note" ? [["note", one.text]] : []));

export const textWrong = (where: string, { message, line, column }: LiquidProblem): Refused =>
  refuse("automation.textWrong", { where, message, line: line ?? 0, column: column ?? 0 });

/** Staff delete a macro. Refuses `automation.notFound`, and `automation.inUse` while a rule answers with it. */
export const deleteMacro = (shop: Shop, id: string): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    await store.lockMacros(tx);
    const user = (await rulesOf(tx)).find(({ actions }) =>
      actions.some((one) => one.do === "reply" && one.macroId === id),
    );
    if (user) return refuse("automation.inUse", { rule: user.name });
    return (await store.removeMacro(tx, id)) ? ok(null) : refuse("automation.notFound");
  });
