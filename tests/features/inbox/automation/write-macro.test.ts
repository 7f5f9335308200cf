import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { macroActionsSchema, ruleActionsSchema } from "~/features/inbox/automation/actions";
import { withMacroAt } from "~/features/inbox/automation/insert-text";
import { macroSchema, wordsFor } from "~/features/inbox/automation/macro";
import { MACRO_NAMES, type MacroValues, NO_VALUES } from "~/features/inbox/automation/macro-values";
import { matching } from "~/features/inbox/automation/match-macro";
import { groupsIn, macroProblem, writeMacro } from "~/features/inbox/automation/write-macro";

const KNOWN: MacroValues = {
  ...NO_VALUES,
  customer: { first_name: "Ada", name: "Ada Lovelace" },
  order: { ...NO_VALUES.order, name: "#1001" },
};

describe("a macro's words", () => {
  it.each([
    ["Hi {{ customer.first_name }},", "Hi Ada,", []],
    ["Hi {{ staff.first_name }},\nyours", "Hi,\nyours", ["staff.first_name"]],
    ['Hi {{ staff.first_name | default: "there" }}!', "Hi there!", []],
    ["It is {{ parcel.carrier }} now", "It is now", ["parcel.carrier"]],
    ["One\n{{ parcel.tracking_url }}\nTwo", "One\nTwo", ["parcel.tracking_url"]],
    ["{% if parcel.carrier %}By {{ parcel.carrier }}{% else %}Soon{% endif %}", "Soon", []],
    [
      "{% if parcel.carrier %}{{ parcel.tracking_number }}{% endif %}Hi {{ staff.name }}.",
      "Hi.",
      ["staff.name"],
    ],
    ["One\n\n{{ return.url }}\n\nTwo", "One\n\nTwo", ["return.url"]],
    ["{{ order.name }} {{ parcel.carrier }}.", "#1001.", ["parcel.carrier"]],
  ])("%j is %j", (source, text, blanks) => expect(writeMacro(source, KNOWN)).toEqual({ text, blanks }));

  it("are refused for a name that there is not, with its line, and for what is no Liquid", () => {
    expect(macroProblem("Hi\n\n{{ order.nmae }}")).toMatchObject({
      message: "undefined variable: order.nmae",
      line: 3,
    });
    expect(macroProblem("{{ customer }}")).not.toBeNull();
    expect(macroProblem("{% if order.name %}")).toMatchObject({ line: 1 });
    expect(macroProblem("{{ order.name | no_such }}")).not.toBeNull();
    for (const name of MACRO_NAMES) expect(macroProblem(`{{ ${name} }}`), name).toBeNull();
  });

  it("may be anything: a value stays the text it is, and no mark of ours is left", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        const { text } = writeMacro("a{{ customer.name }}b", {
          ...KNOWN,
          customer: { name, first_name: null },
        });
        expect(text).not.toMatch(/[\uE000-\uE002]/);
        if (/^[\p{L}\p{N}{}<>%&]+$/u.test(name)) expect(text).toBe(`a${name}b`);
      }),
    ));

  it("say of what they speak", () => {
    expect(
      groupsIn("{{ customer.first_name }} {% if parcel.carrier %}{{ order.name }}{% endif %}").sort(),
    ).toEqual(["customer", "order", "parcel"]);
  });

  it("are the reader's, else the shop's, else any", () => {
    expect(wordsFor({ de: "Hallo", en: "Hello" }, "de", "en")).toEqual({ locale: "de", text: "Hallo" });
    expect(wordsFor({ fr: "Salut", en: "Hello" }, "de", "en")).toEqual({ locale: "en", text: "Hello" });
    expect(wordsFor({ fr: "Salut" }, "de", "en")).toEqual({ locale: "fr", text: "Salut" });
    expect(wordsFor({}, "de", "en")).toBeNull();
  });

  it("go in where the cursor is, and no letter of the draft is lost", () => {
    expect(withMacroAt("", "Hi", null)).toBe("Hi");
    expect(withMacroAt("Dear Ada", "Hi", 8)).toBe("Dear Ada\n\nHi");
    expect(withMacroAt("one two", "X", 3)).toBe("one\n\nX\n\ntwo");
    fc.assert(
      fc.property(fc.string(), fc.nat(20), (draft, at) => {
        const bare = (text: string) => text.replace(/\s/g, "");
        expect(bare(withMacroAt(draft, "", at))).toBe(bare(draft));
      }),
    );
  });
});

describe("what is kept of a macro", () => {
  it("is a name, and words or actions; an answer is no action of a macro", () => {
    const says = { name: " Late ", texts: { en: "Sorry\r\n", de: " " }, actions: [] };
    expect(macroSchema.parse(says)).toEqual({ name: "Late", texts: { en: "Sorry" }, actions: [] });
    expect(macroSchema.safeParse({ ...says, texts: {} }).success).toBe(false);
    expect(macroSchema.safeParse({ ...says, texts: { xx: "?" } }).success).toBe(false);
    expect(macroSchema.safeParse({ ...says, texts: { en: "a".repeat(20_001) } }).success).toBe(false);
    const reply = { do: "reply", macroId: "0192f7a0-0000-7000-8000-000000000000" };
    expect(macroActionsSchema.safeParse([reply]).success).toBe(false);
    expect(ruleActionsSchema.safeParse([reply]).success).toBe(true);
    expect(ruleActionsSchema.safeParse([reply, reply]).success).toBe(false);
    expect(ruleActionsSchema.safeParse([]).success).toBe(false);
    expect(macroActionsSchema.parse([{ do: "tag", tag: " VIP, " }])).toEqual([{ do: "tag", tag: "vip" }]);
    expect(macroActionsSchema.safeParse([{ do: "tag", tag: "," }]).success).toBe(false);
  });
});

describe("the list to choose from", () => {
  const macros = ["Where is my order?", "Order cancelled", "Rücksendung"].map((name, uses) => ({
    name,
    uses,
  }));
  it.each([
    ["", ["Rücksendung", "Order cancelled", "Where is my order?"]],
    ["order", ["Order cancelled", "Where is my order?"]],
    ["my wh", ["Where is my order?"]],
    ["ruck", ["Rücksendung"]],
    ["rder", []],
  ])("for %j is %j", (typed, names) =>
    expect(matching(macros, typed).map(({ name }) => name)).toEqual(names));
});
