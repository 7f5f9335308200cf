/** What staff read where they decide whether shoppers are asked how it was. */
export const inboxWords = {
  title: "Asking how it was",
  askRating: "Ask after a conversation",
  askRatingHelp: "One mail after staff closed a conversation they had answered.",
  ratingAfter: "Ask after",
  hours: (count: number) => (count === 1 ? "1 hour" : `${count} hours`),
  question: "What to ask",
  questionHelp: "Figures of both are in the inbox report.",
  questions: {
    csat: "Was this solved well? (satisfaction, yes or no)",
    ces: "How easy was it? (effort score, 1 to 7)",
  },
  askNps: "Ask buyers how likely they are to recommend you",
  askNpsHelp:
    "One mail an order, 0 to 10 (net promoter score). Nobody is asked while they wait for an answer or a return is under way.",
  npsAfter: "After everything arrived",
  gap: "Nobody is asked anything twice within",
  days: (count: number) => `${count} days`,
};
