/** What staff read of the inbox's settings. */
export const inboxWords = {
  title: "Inbox",
  acknowledge: "Tell shoppers at once by when somebody answers",
  acknowledgeHelp:
    "The time comes from the queue and your business hours. At most one such mail a day for each address.",
  askRating: "Ask shoppers whether it was solved well",
  askRatingHelp:
    "One mail after staff closed a conversation they had answered; nobody is asked twice in a week.",
  ratingAfter: "Ask after",
  hours: (count: number) => (count === 1 ? "1 hour" : `${count} hours`),
};
