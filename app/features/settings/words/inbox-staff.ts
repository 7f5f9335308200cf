/** What staff read where they decide whether shoppers are asked how it was. */
export const inboxWords = {
  title: "After a conversation",
  askRating: "Ask shoppers whether it was solved well",
  askRatingHelp:
    "One mail after staff closed a conversation they had answered; nobody is asked twice in a week.",
  ratingAfter: "Ask after",
  hours: (count: number) => (count === 1 ? "1 hour" : `${count} hours`),
};
