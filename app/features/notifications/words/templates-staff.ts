/** What staff read where they edit messages' words. */
export const templateWords = {
  fields: {
    subject: { label: "Subject", help: "" },
    preview: { label: "Preview", help: "The line that inboxes show beside the subject." },
    title: { label: "Heading", help: "" },
    body: {
      label: "Text",
      help: "Liquid, and simple HTML such as <b>, <a>, <h2> and <ul>. An empty line begins a paragraph. Scripts, forms and styles of whole pages are left out.",
    },
  },
  ours: "These are Aftercare's words, as a template. They stay up to date by themselves until you save your own.",
  edited: (language: string) => `Your own words, in ${language}. Other languages keep theirs.`,
  failed: (why: string) =>
    `This text could not be written for an order, which got our words instead: ${why}. Mend it here; this note goes when you save.`,
  stoodIn: (why: string) =>
    `Your own text could not be written for this order, so our words stand in for it: ${why}.`,
  mend: "Mend the text",
  save: "Save",
  discard: "Discard",
  reset: "Go back to ours",
  resetSure: {
    title: "Go back to our words?",
    text: "Yours stay in the history, and can be brought back.",
    action: "Go back to ours",
  },
  saved: "Saved. Messages that come up from now on are written with it.",
  wasReset: "Messages that come up from now on are written with our words.",
  restored: "Brought back. Messages that come up from now on are written with it.",
  at: (line: number, column: number) => `Line ${line}, character ${column}`,
  problem: (message: string) =>
    message
      .replace(/^undefined variable: (.*)$/, "There is no {{ $1 }} in this message")
      .replace(/^undefined filter: (.*)$/, "There is no filter “$1”")
      .replace(/^tag "(.*)" not found$/, "The tag “$1” cannot be used here")
      .replace(/^memory alloc limit exceeded.*$/, "This makes too much text, or loops too often")
      .replace(/^template render limit exceeded.*$/, "This takes too long to write"),
  preview: {
    title: "How it looks",
    sample: "Written of a sample order, in your shop's look.",
    order: "An order to look at",
    orderHelp: "Its number, such as #1001. Empty: a sample.",
    notFound: "There is no order of this number.",
    wrong: "Something in the text is wrong, so this shows our words.",
    tooLarge: "Gmail cuts mails as long as this one. Take something out.",
    dark: "Dark",
  },
  names: {
    title: "What you can use",
    text: "Choose one to set it where you were typing. Grey: what it is in the sample.",
    parts: "Designed parts",
    values: "Values",
    lists: "Lists",
    listText: (list: string, one: string) => `{% for ${one} in ${list} %} … {% endfor %}`,
    button: 'A button to the order: {{ "Your words" | button }}',
    insert: (name: string) => `Insert ${name}`,
    none: "empty",
  },
  history: {
    title: "History",
    none: "Nobody has changed this yet.",
    version: (version: number) => `Version ${version}`,
    reset: "Back to ours",
    copyOf: (version: number) => `as version ${version}`,
    restore: "Bring back",
    restoreThat: (version: number) => `Bring back version ${version}`,
    current: "In use",
    failed: "Failed",
  },
  refused: {
    "notifications.textChanged":
      "Somebody else has saved this text in the meantime. Copy what you typed, reload the page, and put it in again.",
    "notifications.textWrong": "There is a mistake in the text. It is marked; nothing was saved.",
    "notifications.noVersion": "There is no such version.",
    "notifications.noKind": "There is no such kind.",
    "input.invalid": "A subject and a text are needed, and the text may have 20,000 characters.",
  } as Record<string, string>,
  kinds: {
    edited: (count: number) => (count === 1 ? "Edited" : `Edited, ${count} languages`),
    failed: "Text failed",
  },
};
