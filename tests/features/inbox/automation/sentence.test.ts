import { describe, expect, it } from "vitest";
import { macroSchema } from "~/features/inbox/automation/macro";
import { ruleSchema } from "~/features/inbox/automation/rule";
import { ruleSentence, valueText } from "~/features/inbox/automation/sentence";
import { macroProblem } from "~/features/inbox/automation/write-macro";
import { startingMacros, startingRules } from "~/features/inbox/words/starting-automation";

const ID = "0192f7a0-0000-7000-8000-000000000000";
const READING = { locale: "en", currency: "EUR", macros: new Map([[ID, "On its way"]]) };
const RULE = {
  on: "message",
  hours: null,
  match: "all",
  conditions: [],
  actions: [{ do: "close" }],
  stops: false,
} as const;
const said = (part: object) => ruleSentence({ ...RULE, ...part } as never, READING);

describe("a rule's sentence", () => {
  it.each([
    [{}, "When a message comes in. Then: close."],
    [{ on: "unanswered", hours: 1 }, "When nobody has answered for 1 hour. Then: close."],
    [
      {
        conditions: [
          { about: "text", is: "is", of: ["lost", "broken"] },
          { about: "proven", is: false },
        ],
      },
      "When a message comes in, if the message says “lost” or “broken” and the sender is not proven. Then: close.",
    ],
    [
      {
        match: "any",
        conditions: [
          { about: "country", is: "isNot", of: ["DE"] },
          { about: "vip", is: true },
        ],
      },
      "When a message comes in, if any of these holds: the delivery country is not Germany; it is a VIP (tag “vip”). Then: close.",
    ],
    [
      { conditions: [{ about: "orderValue", is: "atLeast", than: "12345" }] },
      "When a message comes in, if the order's value: €123.45 or more. Then: close.",
    ],
    [
      { conditions: [{ about: "language", is: "is", of: ["pt-BR"] }], stops: true },
      "When a message comes in, if the language is Brazilian Portuguese. Then: close. Rules below are then not looked at.",
    ],
    [
      {
        actions: [
          { do: "reply", macroId: ID },
          { do: "snooze", until: 2 },
          { do: "prioritise", priority: "urgent" },
        ],
      },
      "When a message comes in. Then: answer by machine with “On its way”, put aside (in 2 days), set the priority to urgent.",
    ],
  ])("%j", (part, sentence) => expect(said(part)).toBe(sentence));

  it("tells what was met as its reader writes it", () => {
    const met = (condition: object, value: string | null) =>
      valueText({ condition, value } as never, READING);
    expect(met({ about: "orderValue", is: "atLeast", than: "1" }, "12345")).toBe("€123.45");
    expect(met({ about: "delivery", is: "is", of: ["lost"] }, "delivered, inTransit")).toBe(
      "“Delivered”, “On its way”",
    );
    expect(met({ about: "vip", is: true }, "no")).toBe("No");
    expect(met({ about: "country", is: "is", of: ["DE"] }, null)).toBeNull();
  });
});

describe("what a merchant may begin with", () => {
  it.each(Object.entries(startingMacros))("macro %s can be saved, in each language", (_key, says) => {
    expect(macroSchema.parse(says)).toEqual(says);
    for (const text of Object.values(says.texts)) expect(macroProblem(text)).toBeNull();
  });
  it.each(Object.entries(startingRules))("rule %s can be saved and said", (_key, says) => {
    expect(ruleSchema.parse(says)).toEqual(says);
    expect(ruleSentence(says, READING)).toMatch(/^When .+\. Then: .+\.$/);
  });
});
