/** The few sentences that every screen of the admin shares. */
export const words = {
  previous: "Previous page",
  next: "Next page",
  cancel: "Cancel",
  loading: "Loading",
  nothingYet: "Nothing has happened yet",
  tryAgain: "Try again",
  home: "Go to the home page",
  failed: {
    title: "This page could not be shown",
    text: "Something went wrong on our side. Nothing was lost. Try again in a moment.",
  },
  missing: {
    title: "This page is not here",
    text: "The address may be mistyped, or what it showed is gone.",
  },
  forbidden: {
    title: "Your account may not do this",
    text: "Your Shopify staff permissions do not include it. The store owner can change them under Settings, Users.",
  },
};
