import { z } from "zod";

/** A past conversation, as tags are learned from it. */
export type Example = {
  /** its shopper's words, once each */
  words: readonly string[];
  tags: readonly string[];
  /** whoever wrote it: what only one person writes is theirs, and is not learned */
  writer: string;
};

/** Of how many conversations it was learned, which words are in many of them, and what speaks for each tag. */
export const tagModelSchema = z.object({
  examples: z.number().int(),
  common: z.array(z.string()),
  tags: z.array(
    z.object({
      tag: z.string(),
      count: z.number().int(),
      words: z.array(z.tuple([z.string(), z.number()])),
    }),
  ),
});
export type TagModel = z.infer<typeof tagModelSchema>;

/** A tag that was put on fewer conversations says nothing yet. */
const LEAST_EXAMPLES = 5;
/** A word is learned only when so many people wrote it: names, addresses and numbers of one person are not. */
const LEAST_WRITERS = 3;
/** Twice as often with the tag as without. */
const LEAST_WEIGHT = Math.log(2);
const MOST_WORDS_A_TAG = 40;
const MOST_TAGS = 100;
/** Words in more than so many conversations say nothing of what one is about. */
const COMMON_SHARE = 0.35;
const MOST_COMMON = 300;

/** Is a word one that people share? Numbers, codes and addresses are somebody's own; single letters say nothing. */
export const isWord = (word: string): boolean => /^\p{L}{2,30}$/u.test(word);

/**
 * Learns which words speak for which tag: the log of how much likelier a word is with the tag than without, from
 * counts with half a case added to each (Bernoulli naive Bayes; Manning, Raghavan and Schütze, Introduction to
 * Information Retrieval, chapter 13).
 */
export function learnTags(examples: readonly Example[]): TagModel {
  const all = countWords(examples);
  const common = [...all]
    .filter(([, { count }]) => count > COMMON_SHARE * examples.length && count >= LEAST_WRITERS)
    .sort(([, one], [, other]) => other.count - one.count)
    .slice(0, MOST_COMMON)
    .map(([word]) => word);
  const tags = [...byTag(examples)]
    .filter(([, those]) => those.length >= LEAST_EXAMPLES)
    .sort(([tag, one], [other, two]) => two.length - one.length || tag.localeCompare(other))
    .slice(0, MOST_TAGS)
    .map(([tag, those]) => ({ tag, count: those.length, words: wordsFor(those, all, examples.length) }))
    .filter(({ words }) => words.length > 0);
  return { examples: examples.length, common, tags };
}

type Counted = { count: number; writers: Set<string> };

function countWords(examples: readonly Example[]): Map<string, Counted> {
  const counts = new Map<string, Counted>();
  for (const { words, writer } of examples)
    for (const word of new Set(words)) {
      if (!isWord(word)) continue;
      const counted = counts.get(word) ?? { count: 0, writers: new Set() };
      counted.count++;
      if (counted.writers.size < LEAST_WRITERS) counted.writers.add(writer);
      counts.set(word, counted);
    }
  return counts;
}

function byTag(examples: readonly Example[]): Map<string, Example[]> {
  const groups = new Map<string, Example[]>();
  for (const example of examples)
    for (const tag of new Set(example.tags)) {
      const group = groups.get(tag);
      if (group) group.push(example);
      else groups.set(tag, [example]);
    }
  return groups;
}

function wordsFor(
  those: readonly Example[],
  all: ReadonlyMap<string, Counted>,
  examples: number,
): [string, number][] {
  const others = examples - those.length;
  return [...countWords(those)]
    .filter(([, { writers }]) => writers.size >= LEAST_WRITERS)
    .map(([word, { count }]): [string, number] => {
      const elsewhere = (all.get(word)?.count ?? count) - count;
      const weight =
        Math.log((count + 0.5) / (those.length + 1)) - Math.log((elsewhere + 0.5) / (others + 1));
      return [word, Math.round(weight * 1_000) / 1_000];
    })
    .filter(([, weight]) => weight >= LEAST_WEIGHT)
    .sort(([one, heavy], [other, heavier]) => heavier - heavy || one.localeCompare(other))
    .slice(0, MOST_WORDS_A_TAG);
}

/** A tag that may fit, and the words that speak for it, the strongest first. */
export type SuggestedTag = { tag: string; because: string[] };

/** Words of one text lean on each other; more than the strongest few would count the same thing again. */
const MOST_COUNTED = 5;
const MOST_SUGGESTED = 3;
const MOST_REASONS = 3;

/** Tags likelier than not by these words, the likeliest first, at most three; those it has are left out. */
export function suggestTags(
  model: TagModel,
  words: readonly string[],
  has: readonly string[],
): SuggestedTag[] {
  const said = new Set(words);
  return model.tags
    .filter(({ tag }) => !has.includes(tag))
    .map(({ tag, count, words: weights }) => {
      const found = weights.filter(([word]) => said.has(word)).slice(0, MOST_COUNTED);
      const before = Math.log(count / Math.max(1, model.examples - count));
      return { tag, found, score: before + found.reduce((sum, [, weight]) => sum + weight, 0) };
    })
    .filter(({ found, score }) => found.length > 0 && score > 0)
    .sort((one, other) => other.score - one.score || one.tag.localeCompare(other.tag))
    .slice(0, MOST_SUGGESTED)
    .map(({ tag, found }) => ({ tag, because: found.slice(0, MOST_REASONS).map(([word]) => word) }));
}
