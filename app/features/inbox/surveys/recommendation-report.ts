import { type Recommending, recommendingOf } from "./scores";

/** One who was asked whether they would recommend the shop. */
export type Recommended = {
  id: string;
  askedAt: Date;
  answeredAt: Date | null;
  /** null: they have not answered */
  score: number | null;
  comment: string | null;
  orderName: string;
  /** what their order was of */
  products: string[];
};

export type RecommendationReport = {
  asked: number;
  all: Recommending;
  /** by what they had bought, the most answers first, at most 25; an order of several counts for each */
  products: { key: string; recommending: Recommending }[];
};

const MOST_PARTS = 25;

/** Adds up what those who were asked in a period have said. */
export function recommendationReport(rows: readonly Recommended[]): RecommendationReport {
  const scores = new Map<string, number[]>();
  for (const { score, products } of rows)
    if (score !== null) for (const key of products) scores.set(key, [...(scores.get(key) ?? []), score]);
  return {
    asked: rows.length,
    all: recommendingOf(rows.flatMap(({ score }) => score ?? [])),
    products: [...scores]
      .sort(([a, these], [b, those]) => those.length - these.length || a.localeCompare(b))
      .slice(0, MOST_PARTS)
      .map(([key, these]) => ({ key, recommending: recommendingOf(these) })),
  };
}
