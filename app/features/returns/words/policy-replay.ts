import type { Change, Happening, Verdict } from "../replay";

/** What staff read of a replay: what a draft would have done with the past. */
export const replayWords = {
  title: "What would this draft have done?",
  text: "Every return of the last year is decided again by what you see on this page, as if it had been in force then. Nothing is changed.",
  run: "Run it",
  running:
    "Going through your past returns and orders. You may leave this page: nothing is changed, and it can be run again.",
  progress: (done: string, of: string) => `${done} of ${of}`,
  starting: "Counting what there is to read…",
  failed: "It broke off before the end. Nothing was changed: run it again.",
  again: "Run it again",
  outdated: "The page has changed since this was run.",
  saveFirst: "Runs with what is on the page, saved or not.",
  bars: { past: "What happened", draft: "With this draft" },
  worthOf: (name: string, count: string, amounts: string) =>
    amounts ? `${name}: ${count}, worth ${amounts}` : `${name}: ${count}`,
  nothing: "There are no returns in the last year to try it on.",
  of: (count: string, ms: string) => `${count} returns in ${ms} seconds.`,
  partial: (count: string) => `Only the latest ${count} were read.`,
  verdicts: {
    approve: "Approved at once",
    review: "Looked at by a person",
    refuse: "Refused",
  } satisfies Record<Verdict, string>,
  happened: {
    automatic: "Was approved at once",
    approved: "Was approved by a person",
    declined: "Was declined",
    open: "Undecided or taken back",
  } satisfies Record<Happening, string>,
  changes: {
    newlyRefused: "Allowed then, refused by this draft",
    newlyAllowed: "Declined then, allowed by this draft",
    newlyAutomatic: "Waited for a person then, approved at once by this draft",
    newlyReviewed: "Approved at once then, looked at by a person by this draft",
  } satisfies Record<Change, string>,
  worth: (amounts: string) => `worth ${amounts}`,
  examples: "For example",
  fees: "Fees you would have kept",
  bonus: "Bonuses you would have given",
  more: (count: string) => `${count} would have been asked for photos or answers.`,
  orders: (open: string, count: string) =>
    `Of ${count} orders of the last 90 days, ${open} have something that could come back today.`,
  refusals: "Why it refuses",
  table: "What the draft says, beside what happened",
  none: "Nothing would have changed.",
  refusalNames: {
    "returns.giftCard": "Gift card",
    "returns.finalSale": "Final sale",
    "returns.notDelivered": "Not sent",
    "returns.alreadyReturned": "Already returned",
    "returns.excluded": "A rule gives it no days",
    "returns.windowClosed": "Too late",
    "returns.quantityTooLarge": "More than was bought",
    "returns.reasonNotOffered": "The reason is not offered",
    "returns.outcomeNotOffered": "The outcome is not offered",
    "returns.methodNotOffered": "The method is not offered",
    "returns.belowMinimum": "Worth too little",
    "returns.bundleWhole": "Part of a bundle",
    "returns.lineUnknown": "The line is gone",
  } as Readonly<Record<string, string>>,
};
