import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { ok, type Refused, type Result, refuse } from "~/values/result";
import * as store from "../automation-store.server";
import { loadMacro } from "../macro-store.server";
import { MOST_RULES, type RuleSays } from "./rule";
import { notesIn, textWrong } from "./save-macro.server";
import { macroProblem } from "./write-macro";

/**
 * Staff keep a rule: a new one (`seen` null), which is off until it is switched on, or another version of one.
 * Refuses `automation.textWrong` for a note that cannot be written, `automation.notFound` for the rule or the macro
 * it answers with, `automation.tooMany`, and `automation.changedMeanwhile` when somebody else saved since.
 */
export const saveRule = (
  shop: Shop,
  says: RuleSays,
  seen: { id: string; version: number } | null,
  staffName: string,
): Promise<Result<{ id: string }>> =>
  shop.transact(async (tx) => {
    const wrong = await wrongIn(tx, says);
    if (wrong) return wrong;
    await store.lockRules(tx);
    const rules = await store.rulesOf(tx);
    if (!seen) {
      if (rules.length >= MOST_RULES) return refuse("automation.tooMany", { most: MOST_RULES });
      return ok({ id: await store.addRule(tx, says, staffName) });
    }
    if (!rules.some(({ id }) => id === seen.id)) return refuse("automation.notFound");
    const isSaved = await store.changeRule(tx, seen, says, staffName);
    return isSaved ? ok({ id: seen.id }) : refuse("automation.changedMeanwhile");
  });

async function wrongIn(tx: ShopTx, { actions }: RuleSays): Promise<Refused | null> {
  for (const [where, source] of notesIn(actions)) {
    const problem = macroProblem(source);
    if (problem) return textWrong(where, problem);
  }
  for (const action of actions)
    if (action.do === "reply" && !(await loadMacro(tx, action.macroId))) return refuse("automation.notFound");
  return null;
}

/** Staff switch a rule on or off. It is looked at for what happens from then on. Refuses `automation.notFound`. */
export const switchRule = (shop: Shop, id: string, enabled: boolean): Promise<Result<null>> =>
  shop.transact(async (tx) =>
    (await store.noteRule(tx, id, { enabled })) ? ok(null) : refuse("automation.notFound"),
  );

/** Staff delete a rule; what it did stays in the log of its conversations. Refuses `automation.notFound`. */
export const deleteRule = (shop: Shop, id: string): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const isGone = await store.noteRule(tx, id, { enabled: false, deletedAt: tx.now });
    return isGone ? ok(null) : refuse("automation.notFound");
  });

/** Staff move a rule one place up (-1) or down (1) in the list; the first and the last stay. Refuses `automation.notFound`. */
export const moveRule = (shop: Shop, id: string, by: -1 | 1): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    await store.lockRules(tx);
    const ids = (await store.rulesOf(tx)).map((rule) => rule.id);
    const at = ids.indexOf(id);
    if (at < 0) return refuse("automation.notFound");
    const to = Math.max(0, Math.min(ids.length - 1, at + by));
    const moved = ids.toSpliced(at, 1).toSpliced(to, 0, id);
    for (const [position, one] of moved.entries()) await store.noteRule(tx, one, { position: position + 1 });
    return ok(null);
  });
