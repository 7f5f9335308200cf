export const en = {
  /** of a mail that has none */
  noSubject: "No subject",
  /** of the conversation, and so of its mails */
  subject: (order: string) => `Your message about order ${order}`,
  form: {
    title: "Write to us",
    more: "Write again",
    label: "Your message",
    hint: (email: string) => `We answer by e-mail to ${email}.`,
    hintNoEmail: "You will find our answer on this page.",
    submit: "Send message",
    check: "Your message was not sent yet",
    empty: "Write your message first",
    tooLong: (most: string) => `A message can have ${most} characters at most. Please shorten it.`,
    limited: "You have written to us several times within an hour. Please try again a little later.",
  },
  sent: {
    title: "We have your message",
    text: (email: string) =>
      `A person reads it and answers by e-mail to ${email}. You can simply reply to that mail; you can also read everything here.`,
    textNoEmail: "A person reads it. You will find the answer on the page of your order.",
    back: "Back to your order",
  },
  thread: {
    title: "Your messages about this order",
    all: "Your messages",
    you: "You",
    closed: "We consider this settled. Write again at any time.",
    photo: (at: number) => `Photo ${at}`,
  },
  absent: {
    title: "Your message was not sent",
    text: "The link you came from is no longer valid. Your text is below: copy it, look up your order again and send it from there.",
    lookUp: "Look up my order",
  },
  /** what a machine answers at once; `time` is when somebody answers, `number` the ticket's */
  acknowledged: (time: string, number: string) =>
    `Thank you. We have your message, and a person answers it by ${time}.\n\nIts number is ${number}. If you want to add something, simply reply to this mail.`,
  mail: {
    title: (shop: string) => `An answer from ${shop}`,
    re: (subject: string) => `Re: ${subject}`,
    youWrote: (day: string) => `On ${day} you wrote:`,
    about: (order: string) => `About your order ${order}.`,
    answer: "Simply reply to this mail: your reply reaches us.",
  },
  /** of the contact form; the words of the short form are used too */
  contact: {
    order: "Which order is it about?",
    noOrder: "No particular order",
    reason: "What is it about?",
    reasons: {
      whereIsIt: "Where is my order?",
      returning: "Return or exchange",
      wrong: "Damaged or wrong item",
      change: "Change or cancel my order",
      other: "Something else",
    },
    reasonMissing: "Choose what it is about",
    email: "Your e-mail address",
    emailMissing: "Enter the e-mail address we can answer",
    photos: (most: string) => `Photos (${most} at most)`,
    photosAgain: "Please choose your photos again: they were not kept.",
    withPhotos: "Send photos with your message",
    sent: (email: string) => `A person reads it and answers by e-mail to ${email}.`,
  },
  /** asked in a mail some time after a conversation was closed, and on the page its links open */
  rating: {
    invitation: "Your request is closed. Was this solved well?",
    question: "Was this solved well?",
    yes: "Yes, it was",
    no: "No, it was not",
    comment: "Would you like to add something? (optional)",
    submit: "Send answer",
    thanks: "Thank you for your answer.",
  },
  /** asked instead: an effort score, 1 to 7; what its ends mean */
  effort: {
    question: "How easy was it to get this solved?",
    low: "Very difficult",
    high: "Very easy",
  },
  /** asked some time after an order arrived: 0 to 10 */
  recommend: {
    question: (shop: string) => `How likely are you to recommend ${shop} to a friend?`,
    low: "Not at all likely",
    high: "Extremely likely",
  },
};
