import type { RefusalCode } from "~/values/result";

const conversations = (count: number) => (count === 1 ? "1 conversation" : `${count} conversations`);

/** Why some were left alone; the number stands before it. */
const REASONS: Partial<Record<RefusalCode, string>> = {
  "inbox.sameConversation": "merged into another meanwhile",
  "inbox.notFound": "not here any more",
  "inbox.tooLong": "with as many tags as can be",
  "inbox.unknownStaff": "not given: this person has not opened the app here",
  "inbox.unknownTeam": "not given: there is no such team any more",
  "inbox.noTime": "not put aside: the time has passed",
  "inbox.changedSince": "changed by somebody since",
};

/** What staff read when they change many conversations at once. */
export const bulkWords = {
  label: "What to do with the chosen conversations",
  all: "Choose all on this page",
  one: (who: string) => `Choose the conversation with ${who}`,
  chosen: (count: number) => `${conversations(count)} chosen`,
  chosenAll: (most: number) => `All of this list chosen, at most ${most}`,
  takeAll: "Choose all of this list",
  none: "Choose none",
  close: "Close",
  reopen: "Open again",
  assign: "Assign to",
  nobody: "Nobody",
  team: "Team",
  priority: "Priority",
  snooze: "Put aside until",
  tag: "Tag",
  addTag: "Add tag",
  removeTag: "Take off",
  pick: "Choose…",
  undo: "Undo",
  /** "47 done, 3 merged into another meanwhile." */
  result: (done: number, refused: { code: RefusalCode; count: number }[]) =>
    `${[`${done} done`, ...refused.map(({ code, count }) => `${count} ${REASONS[code] ?? "could not be changed"}`)].join(", ")}.`,
  undone: (done: number, refused: { code: RefusalCode; count: number }[]) =>
    `${[`${done} as before`, ...refused.map(({ code, count }) => `${count} ${REASONS[code] ?? "could not be changed"}`)].join(", ")}.`,
  failed: "That could not be done. Nothing or only some is changed: look at the list, and try again.",
  keys: {
    choose: "Choose the conversation, or not",
    close: "Close what is chosen",
    undo: "Undo the last step",
  },
};
