import type { RefusalCode } from "~/values/result";

/** What staff read about what goes with their answers: files, copies, their signature. */
export const mailOutWords = {
  files: {
    label: "Files with this answer",
    add: "Add files",
    adding: "Adding…",
    drop: "or drop them here. Pictures that you drop or paste stand in the text.",
    remove: (name: string) => `Remove ${name}`,
    size: (name: string, size: string) => `${name} (${size})`,
    inText: (name: string) => `${name}, in the text`,
    afterText: (name: string) => `${name}, after the text`,
    picture: (name: string) => `${name}, opens in a new window`,
    sent: "Files that went with it",
  },
  copies: {
    label: "Copies",
    to: "Cc",
    none: "Nobody else gets this answer.",
    add: "Add Cc",
    address: "E-mail address",
    confirm: "Add",
    cancel: "Cancel",
    remove: (address: string) => `Remove ${address} from Cc`,
    offer: (address: string) => `+ ${address}`,
    offerLabel: (address: string) => `Add ${address} to Cc`,
    help: "They get this and later answers, and are known when they write.",
  },
  showPictures: "Show pictures",
  unreachable:
    "Mail to this shopper came back for good. Ask for another address before you rely on this answer.",
  signature: {
    title: "Your signature",
    lead: "What your answers by mail end with. Everybody who answers has their own.",
    label: "Signature",
    help: "Plain text, a few lines. It stands below your answer, and not in the shopper's order page.",
    preview: "Below your answer",
    empty: "Your answers end without a signature.",
    save: "Save",
    discard: "Discard",
    saved: "Saved",
    refused: "Not saved: 2,000 characters at most.",
    readOnly: "Your Shopify permissions let you read conversations, not answer them.",
    follows: "Your signature follows:",
    edit: "Edit signature",
    write: "Add a signature",
  },
  failedForSome: (addresses: string) =>
    `The mail server refused this message for ${addresses}. Everybody else has it. Trying again sends it to them only.`,
  refused: {
    "inbox.fileTooLarge": "A file can have 10 MB at most.",
    "inbox.fileRefused":
      "This kind of file is not sent: pictures, PDF, office documents without macros, plain text and CSV are.",
    "inbox.tooManyFiles": "That is too much for one mail: ten files and 18 MB together at most.",
    "inbox.filesGone":
      "One of the files is not there any more. Nothing was sent, and your text is kept: look at the files below, then send again.",
    "inbox.ccInvalid": "Write one whole e-mail address, such as name@example.com.",
    "inbox.ccBarred": "Mail to this address came back for good, so it cannot get copies.",
    "inbox.ccOurs": "This is your own address: answers would come back to you.",
    "inbox.tooManyCc": "Twenty people at most can get copies.",
    "limits.tooMany": "That were many files within an hour. Try again a little later.",
    "inbox.notFound": "This is not here any more.",
  } as Partial<Record<RefusalCode, string>>,
  refusedOther: "That did not work. Try again.",
};
