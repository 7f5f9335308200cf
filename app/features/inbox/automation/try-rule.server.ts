import type { Shop } from "~/platform/database/shop.server";
import { MOST_TRIED, pastSituations } from "../automation-queries.server";
import { evaluate, type Met } from "./evaluate";
import type { RuleSays } from "./rule";

/** A conversation that a rule was tried on. */
export type Tried = {
  conversationId: string;
  number: number | null;
  name: string | null;
  email: string;
  subject: string;
  at: Date;
  conditions: Met[];
};

export type Trial = {
  /** to so many of the latest `outOf` conversations happened what the rule is looked at for */
  looked: number;
  outOf: number;
  fired: number;
  /** of those, to so many no machine would tell anything of an order: their writer is not proven */
  unproven: number;
  /** the latest in which it would have fired, and in which it would not */
  would: Tried[];
  wouldNot: Tried[];
};

const MOST_SHOWN = 50;

/**
 * What a rule, saved or not, would have done with the latest conversations. Nothing is changed, and nothing written
 * down. Parcels, tags and returns are as they are known today.
 */
export async function tryRule(shop: Shop, says: RuleSays): Promise<Trial> {
  const past = await shop.transact((tx) => pastSituations(tx, says));
  const tried = past.map((seen) => ({ seen, ...evaluate(says, seen.situation) }));
  const fired = tried.filter(({ holds }) => holds);
  const shown = (some: typeof tried): Tried[] =>
    some.slice(0, MOST_SHOWN).map(({ seen, conditions }) => ({
      conversationId: seen.id,
      number: seen.number,
      name: seen.name,
      email: seen.email,
      subject: seen.situation.subject,
      at: seen.at,
      conditions,
    }));
  return {
    looked: past.length,
    outOf: MOST_TRIED,
    fired: fired.length,
    unproven: fired.filter(({ seen }) => !seen.situation.proven).length,
    would: shown(fired),
    wouldNot: shown(tried.filter(({ holds }) => !holds)),
  };
}
