import { z } from "zod";
import type { Settings } from "~/features/settings/schema";

/** What the screen of the inbox's settings decides; the rest of the inbox's settings it leaves alone. */
export type Answering = Pick<
  Settings["inbox"],
  "acknowledge" | "replyWithinHours" | "undoSeconds" | "holidays" | "week" | "autoCloseDays"
>;

/** What staff typed so far: numbers and times are texts, nothing is checked yet. */
export type AnsweringDraft = {
  acknowledge: boolean;
  replyWithinHours: string;
  undoSeconds: string;
  /** days; empty: never */
  autoCloseDays: string;
  holidays: boolean;
  /** Sunday first */
  week: { from: string; to: string }[][];
};

export const MOST_PERIODS = 6;
const typed = z.string().trim().max(10);

/** What the screen sends. Whether it makes sense `readAnswering` says, beside each field. */
export const answeringSchema = z.object({
  acknowledge: z.boolean(),
  replyWithinHours: typed,
  undoSeconds: typed,
  autoCloseDays: typed,
  holidays: z.boolean(),
  week: z.array(z.array(z.object({ from: typed, to: typed })).max(MOST_PERIODS)).length(7),
});

/** Where something is wrong: "replyWithinHours", "undoSeconds", "autoCloseDays", or a day's place in the week, "0" for Sunday. */
export type AnsweringProblems = string[];

type NumberField = "replyWithinHours" | "undoSeconds" | "autoCloseDays";

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Reads what was typed; periods come in order. All problems at once. */
export function readAnswering(draft: AnsweringDraft): { value: Answering; problems: AnsweringProblems } {
  const problems: AnsweringProblems = [];
  const number = (field: NumberField, least: number, most: number): number => {
    const value = /^\d{1,3}$/.test(draft[field].trim()) ? Number(draft[field]) : Number.NaN;
    if (!(value >= least && value <= most)) problems.push(field);
    return value;
  };
  const week = draft.week.map((periods, day) => {
    const sorted = [...periods].sort((one, other) => one.from.localeCompare(other.from, "en"));
    if (!isSound(sorted)) problems.push(String(day));
    return sorted;
  });
  const value = {
    acknowledge: draft.acknowledge,
    replyWithinHours: number("replyWithinHours", 1, 80),
    undoSeconds: number("undoSeconds", 0, 30),
    autoCloseDays: draft.autoCloseDays.trim() === "" ? null : number("autoCloseDays", 1, 90),
    holidays: draft.holidays,
    week,
  };
  return { value, problems };
}

/** Each is a time of day that ends after it begins ("24:00" ends the day), and none begins before the last ended. */
const isSound = (periods: { from: string; to: string }[]): boolean =>
  periods.every(
    ({ from, to }, at) =>
      CLOCK.test(from) &&
      (CLOCK.test(to) || to === "24:00") &&
      from < to &&
      (at === 0 || (periods[at - 1]?.to ?? "") <= from),
  );

/** Saved settings as they stand in the form. */
export const typedAnswering = (inbox: Answering): AnsweringDraft => ({
  acknowledge: inbox.acknowledge,
  replyWithinHours: String(inbox.replyWithinHours),
  undoSeconds: String(inbox.undoSeconds),
  autoCloseDays: inbox.autoCloseDays === null ? "" : String(inbox.autoCloseDays),
  holidays: inbox.holidays,
  week: inbox.week.map((periods) => periods.map(({ from, to }) => ({ from, to }))),
});
