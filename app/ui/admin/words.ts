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
    deliveries: "Deliveries",
    notifications: "Notifications",
    lookups: "Look-ups",
    connection: "Connection",
    settings: "Settings",
  },
  homePage: {
    title: "Home",
    todo: "To do now",
    nothing: "Nothing needs you right now.",
    decide: "Returns to decide",
    receive: "Parcels coming back",
    conversations: "Conversations waiting for you",
    parkedMails: "Mails that could not be filed",
    stuck: "Returns that are stuck",
    parkedWebhooks: "Messages from Shopify set aside",
    failedMails: "Mails to shoppers that failed",
    failedTexts: "Message texts of yours that failed: ours went out instead",
    notConnected: "Aftercare is not connected to your shop",
    open: (what: string) => `Open: ${what}`,
    recent: "Last 14 days",
    orders: "Orders",
    confirmations: "Confirmations sent",
    median: "From order to mail",
    medianHelp: "median",
    selfServed: "Look-ups answered",
    returns: "Returns asked for",
    seconds: (seconds: number) =>
      seconds < 120
        ? `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`
        : `${Math.round(seconds / 60)} min`,
    none: "–",
    most: (count: string) => `${count}+`,
    emptyTitle: "Your orders will show up here",
    emptyText:
      "Every new order arrives within seconds, and its confirmation goes out at once. The orders of the last 60 days are being fetched and follow in a few minutes.",
    setUp: "Set up Aftercare",
    done: "Done",
    progress: (done: number, all: number) => `${done} of ${all} done`,
    steps: {
      address: {
        title: "Say where returns go",
        text: "It is printed on every return label. Without one of your own, the shop's address is used.",
        action: "Set the return address",
      },
      mails: {
        title: "Choose your confirmation and sender",
        text: "Decide how our confirmation goes with Shopify's own, and whose name is on it.",
        action: "Open the settings",
      },
      theme: {
        title: "Add “Track my order” to your theme",
        text: "Add the block “Track my order” to a page of your theme, so that shoppers find their order themselves. This is done once the first shopper has.",
        action: "Open the theme editor",
      },
    },
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
