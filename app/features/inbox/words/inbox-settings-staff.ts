/** What staff read where all that is decided about the inbox is listed. */
export const inboxSettingsWords = {
  title: "Inbox settings",
  link: "Inbox settings",
  lead: "Everything that is decided about the inbox, by what it is about.",
  back: "Inbox",
  groups: { answering: "Answering", people: "People", automation: "Automation", mail: "Mail", data: "Data" },
  screens: {
    answering: {
      title: "When you answer",
      text: "Business hours, holidays, the time shoppers are told, closing by itself, undo.",
    },
    targets: {
      title: "Targets",
      text: "How soon conversations are to be answered and solved, and what happens when they are not.",
    },
    surveys: {
      title: "Asking how it was",
      text: "The question after closing, and whether buyers recommend you.",
    },
    teams: { title: "Teams", text: "Who answers together, and how conversations are handed out." },
    limits: { title: "Who may pay out", text: "Up to what amount somebody may refund without an approval." },
    signature: { title: "Your signature", text: "What your own answers by mail end with." },
    macros: { title: "Macros", text: "Answers that you write often, with what is done when they are sent." },
    rules: { title: "Rules", text: "When something happens and something is so, what is done by itself." },
    mailIn: {
      title: "Where mail comes in",
      text: "Forwarding, your mailbox, or a mail service that posts it.",
    },
    sending: { title: "Sending domain", text: "Whether mail that you send is recognised as yours." },
    unfiled: {
      title: "Mails that could not be filed",
      text: "Kept as they came, to be looked at or tried again.",
    },
    imports: {
      title: "Past conversations",
      text: "Bring them from another help desk or from mailbox files.",
    },
    retention: {
      title: "How long data is kept",
      text: "After what time conversations and raw mails are removed.",
    },
  },
};
