/** What staff read of contact forms and of how shoppers found things solved. */
export const contactStaffWords = {
  unverified:
    "Anybody could have typed this address into the contact form. Tell them nothing about an order before they prove that it is theirs.",
  unverifiedTitle: "Unverified sender",
  photo: (at: number) => `Photo ${at}, opens in a new window`,
  rated: {
    yes: "The shopper: solved well",
    no: "The shopper: not solved well",
    effort: (score: number) => `The shopper: ${score} of 7 for how easy it was`,
  },
};
