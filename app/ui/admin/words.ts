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
  menu: {
    home: "Home",
    inbox: "Inbox",
    returns: "Returns",
    orders: "Orders",
    lookups: "Look-ups",
    connection: "Connection",
    settings: "Settings",
  },
  reopen: "Open Aftercare again",
  reconnect: {
    title: "Aftercare has to be connected again",
    text: "Shopify did not accept our access to your shop. Opening the app again from your Shopify admin connects it; nothing is lost. If this page comes back, remove and install the app again: your data stays for 48 hours.",
  },
  shopifyDown: {
    title: "Shopify did not answer",
    text: "We could not check with Shopify that it is you. This passes by itself: try again in a moment.",
  },
  forbidden: {
    title: "Your account may not do this",
    text: "Your Shopify staff permissions do not include it. The store owner can change them under Settings, Users.",
  },
};
