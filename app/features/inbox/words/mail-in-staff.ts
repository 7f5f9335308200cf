/** What staff read of the ways by which mail comes in. */
export const mailInWords = {
  title: "Mail in",
  subtitle: "Where your customers’ mail comes from. Each way is enough.",
  back: "Settings",
  readOnly: "You can look at this, but not change it.",
  forwarding: {
    title: "Forwarding",
    text: "Have your mail system forward the address your customers write to, to this one.",
    none: "Mail to this installation is not switched on: use a provider or your mailbox.",
  },
  providers: {
    title: "A mail service posts it",
    text: "The service receives mail for your domain and posts it to the address shown once you have saved its secret.",
  },
  provider: {
    postmark: {
      secret: "Name and password",
      help: "Make them up, as name:password. At Postmark: inbound stream, settings. Paste the address with them before its host (https://name:password@…), and tick “Include raw email content in JSON payload”.",
    },
    mailgun: {
      secret: "HTTP webhook signing key",
      help: "At Mailgun: a route with the action forward, to the address shown. It has to end in “mime”.",
    },
    sendgrid: {
      secret: "Public key of the security policy (may be left empty)",
      help: "At SendGrid: Inbound Parse, with the address shown, and “POST the raw, full MIME message” ticked. Without a key whoever knows the address can post.",
    },
  },
  address: "Address",
  kept: "Kept; type to replace",
  save: "Save",
  newAddress: "New address, ending this one",
  drop: "Switch off",
  seen: "Last mail",
  never: "Nothing has come yet",
  problems: {
    unsigned: "What came last was not signed with this secret.",
    noRaw: "What came last did not hold the whole mail: tick the box named above.",
    unreadable: "What came last could not be read.",
    tooLarge: "A mail was larger than 25 MB and was not taken.",
  } as Record<string, string>,
  problemOther: "What came last could not be taken in.",
  saved: "Saved",
  refused: "This cannot be used: check what you typed.",
} as const;
