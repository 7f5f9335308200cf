import { wordsOf } from "../search-words";
import { isWord } from "./tag-model";

/** A macro as it would be written in this conversation's language. */
export type Candidate = { id: string; name: string; text: string };

export type FittingMacro = { id: string; because: string[] };

const MOST_FITTING = 2;
const MOST_REASONS = 3;
/** A word of the name says more of what a macro is for than one of its text. */
const NAME_COUNTS = 2;
/** About two words that few macros have, or one of a name. */
const LEAST_SCORE = 1.4;
/** From so many macros on, a word that more than half of them have tells none from another. */
const MANY = 4;

/** What a macro's author wrote, without the values that are filled in. */
const plain = (text: string): string => text.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, " ");

/**
 * Macros that seem to answer what was written: they share words that few other macros have (inverse document
 * frequency), and that are not in most conversations. A long text counts less for each word. The best first, at
 * most two.
 */
export function fittingMacros(
  macros: readonly Candidate[],
  words: readonly string[],
  common: readonly string[],
): FittingMacro[] {
  const plainly = new Set(common);
  const said = new Set(words.filter((word) => isWord(word) && word.length > 2 && !plainly.has(word)));
  const those = macros.map(({ id, name, text }) => ({
    id,
    name: new Set(wordsOf(name)),
    text: new Set([...wordsOf(name), ...wordsOf(plain(text))]),
  }));
  const rarity = (word: string) => {
    const having = those.filter(({ text }) => text.has(word)).length;
    if (those.length >= MANY && having > those.length / 2) return 0;
    return Math.log(1 + (those.length + 1) / (having + 0.5));
  };
  return those
    .map(({ id, name, text }) => {
      const shared = [...said]
        .filter((word) => text.has(word))
        .map((word) => ({ word, weight: rarity(word) * (name.has(word) ? NAME_COUNTS : 1) }))
        .filter(({ weight }) => weight > 0)
        .sort((one, other) => other.weight - one.weight || one.word.localeCompare(other.word));
      const sum = shared.reduce((total, { weight }) => total + weight, 0);
      const hasName = shared.some(({ word }) => name.has(word));
      const score = sum / Math.sqrt(1 + text.size / LONG_TEXT);
      return { id, shared, score: shared.length > 1 || hasName ? score : 0 };
    })
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((one, other) => other.score - one.score || one.id.localeCompare(other.id))
    .slice(0, MOST_FITTING)
    .map(({ id, shared }) => ({ id, because: shared.slice(0, MOST_REASONS).map(({ word }) => word) }));
}

/** A text of so many words counts some seven tenths. */
const LONG_TEXT = 60;
