/** Who would recommend the shop: 9 and 10 promote, 7 and 8 are passive, 0 to 6 detract (Reichheld 2003). */
export type Band = "promoter" | "passive" | "detractor";
export const bandOf = (score: number): Band =>
  score >= 9 ? "promoter" : score >= 7 ? "passive" : "detractor";

export type Recommending = Record<Band, number> & { answered: number };

export function recommendingOf(scores: readonly number[]): Recommending {
  const count = (band: Band) => scores.filter((score) => bandOf(score) === band).length;
  return {
    promoter: count("promoter"),
    passive: count("passive"),
    detractor: count("detractor"),
    answered: scores.length,
  };
}

/**
 * The net promoter score: the share of promoters less that of detractors, in percent of all who answered, from -100
 * to 100 (Reichheld 2003); null of nobody.
 */
export const netPromoterScore = ({ promoter, detractor, answered }: Recommending): number | null =>
  answered === 0 ? null : (100 * (promoter - detractor)) / answered;

export type Effort = {
  answered: number;
  /** the mean of 1 (very difficult) to 7 (very easy); null of nobody */
  mean: number | null;
  /** said it was rather easy: 5, 6 or 7, the share that "The Effortless Experience" (2013) reports */
  easy: number;
};

export function effortOf(scores: readonly number[]): Effort {
  const answered = scores.length;
  return {
    answered,
    mean: answered === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / answered,
    easy: scores.filter((score) => score >= 5).length,
  };
}
