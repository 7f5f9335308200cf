/**
 * What shoppers are asked, and on which scale.
 * - csat: was it solved well? 0 no, 1 yes.
 * - ces, customer effort score: how easy was it? 1 very difficult to 7 very easy. The seven-point form (CES 2.0) of
 *   M. Dixon, N. Toman, R. DeLisi, "The Effortless Experience" (2013); the first, of five points, was M. Dixon,
 *   K. Freeman, N. Toman, "Stop Trying to Delight Your Customers", Harvard Business Review, July 2010.
 * - nps: how likely are you to recommend us? 0 not at all to 10 extremely likely. F. Reichheld, "The One Number You
 *   Need to Grow", Harvard Business Review, December 2003.
 */
export const SCALES = {
  csat: { least: 0, most: 1 },
  ces: { least: 1, most: 7 },
  nps: { least: 0, most: 10 },
} as const;
export type Question = keyof typeof SCALES;

export const readQuestion = (text: string | undefined): Question | null =>
  text !== undefined && Object.hasOwn(SCALES, text) ? (text as Question) : null;

/** A whole number on the question's scale. */
export const isScore = (question: Question, score: number): boolean =>
  Number.isInteger(score) && score >= SCALES[question].least && score <= SCALES[question].most;

/** Every answer there is, the least first. */
export const scoresOf = (question: Question): number[] => {
  const { least, most } = SCALES[question];
  return Array.from({ length: most - least + 1 }, (_, at) => least + at);
};
