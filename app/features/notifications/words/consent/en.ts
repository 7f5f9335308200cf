/** What somebody reads who wants less news, or none, or some again. */
export const en = {
  /** by which mails one can do without are ended */
  unsubscribe: {
    ask: "Fewer mails?",
    text: (shop: string) =>
      `${shop} will leave out what you can do without. You still hear of what matters: confirmations, problems and refunds.`,
    button: "Leave them out",
    done: "Done",
    doneText: "From now on you only hear of what matters.",
  },
  /** on phones; the words to reply are among those of platform/channels/sms/keywords */
  texts: {
    ending: "Reply STOP to end",
    stopped: (shop: string) => `${shop}: no more messages. Reply START to resume.`,
    started: (shop: string) => `${shop}: you hear of your orders here again. Reply STOP to end.`,
    help: (shop: string, url: string) => `${shop}: news of your orders. Help: ${url} Reply STOP to end.`,
  },
};
