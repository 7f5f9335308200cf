/** What staff read of addresses that are not written to. */
export const suppressedWords = {
  title: "Addresses not written to",
  text: "Mail to them came back, or their owners asked for less. Lift one when you know that it works again.",
  none: "Every address is written to.",
  columns: { address: "Address", why: "Why", since: "Since", until: "Until" },
  reasons: {
    addressDead: "Came back: nobody is there",
    bouncing: "Came back three times in 30 days",
    complained: "Marked as spam: only what matters is sent",
    unsubscribed: "Unsubscribed: only what matters is sent",
  } as Record<string, string>,
  forEver: "Lifted by you",
  lift: "Write again",
  liftFor: (address: string) => `Write to ${address} again`,
  lifted: "It is written to again",
  gone: "That address is written to already.",
} as const;
