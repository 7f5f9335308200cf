import { describe, expect, it } from "vitest";
import { type AnsweringDraft, readAnswering, typedAnswering } from "~/features/inbox/answering-form";
import { settingsSchema } from "~/features/settings/schema";

const usual = typedAnswering(settingsSchema.parse({}).inbox);
const read = (over: Partial<AnsweringDraft>) => readAnswering({ ...usual, ...over });
const monday = (...periods: [string, string][]) =>
  usual.week.map((day, at) => (at === 1 ? periods.map(([from, to]) => ({ from, to })) : day));

describe("when a shop answers", () => {
  it("is saved as it stands, and fits the settings", () => {
    const { value, problems } = readAnswering(usual);
    expect(problems).toEqual([]);
    expect(settingsSchema.parse({ inbox: value }).inbox).toMatchObject(value);
  });

  it("may have several periods a day, which are put in order", () => {
    const { value, problems } = read({ week: monday(["13:00", "24:00"], ["09:00", "12:00"]) });
    expect(problems).toEqual([]);
    expect(value.week[1]?.map(({ from }) => from)).toEqual(["09:00", "13:00"]);
    expect(settingsSchema.safeParse({ inbox: value }).success).toBe(true);
  });

  it.each([
    ["overlapping periods", { week: monday(["09:00", "12:00"], ["11:59", "17:00"]) }, ["1"]],
    ["a period that ends before it begins", { week: monday(["17:00", "09:00"]) }, ["1"]],
    ["one that takes no time", { week: monday(["09:00", "09:00"]) }, ["1"]],
    ["what is no time", { week: monday(["9", "17:00"]) }, ["1"]],
    ["a day that begins at its end", { week: monday(["24:00", "24:00"]) }, ["1"]],
    ["hours nobody promises", { replyWithinHours: "81" }, ["replyWithinHours"]],
    ["an empty field, which is not zero", { undoSeconds: "" }, ["undoSeconds"]],
    ["days after which nothing closes", { autoCloseDays: "91" }, ["autoCloseDays"]],
    ["both at once", { replyWithinHours: "0", undoSeconds: "31" }, ["replyWithinHours", "undoSeconds"]],
  ])("%s: said beside the field", (_what, over, problems) => expect(read(over).problems).toEqual(problems));

  it("may be never, and an answer may leave at once", () => {
    const never = { week: usual.week.map(() => []), undoSeconds: "0" };
    expect(read(never)).toMatchObject({ problems: [], value: { undoSeconds: 0, autoCloseDays: null } });
    expect(read({ autoCloseDays: "7" }).value.autoCloseDays).toBe(7);
  });
});
