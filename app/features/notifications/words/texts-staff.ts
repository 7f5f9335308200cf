/** What staff read of messages to phones. */
export const textsStaffWords = {
  title: "Messages to phones",
  subtitle: "The news you choose goes to the order’s own telephone number, besides the mail.",
  back: "Settings",
  account: "Twilio account",
  accountSid: "Account SID",
  authToken: "Auth token",
  kept: "Kept; type to replace",
  from: "From",
  fromHelp: "A number such as +15005550006, a sender’s name, or a messaging service (MG…)",
  price: "Price of a segment",
  priceHelp: "As Twilio bills you, to show what a message costs",
  currency: "Currency",
  enabled: "Send messages to phones",
  inbound: "Address for incoming messages: at Twilio, the field “A message comes in”",
  inboundHelp: "Who answers STOP, in any of our languages, gets no more; START resumes, HELP explains.",
  kinds: "Which news",
  size: (encoding: string, units: number, segments: number) =>
    `${encoding}, ${units} units, ${segments === 1 ? "1 segment" : `${segments} segments`}`,
  save: "Save",
  saved: "Saved",
  notSaved: "Twilio could not use this: check SID, token and number.",
} as const;
