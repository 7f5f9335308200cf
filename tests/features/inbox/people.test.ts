import { describe, expect, it } from "vitest";
import { callAt, mentioned, offered, uncalled, withCall } from "~/features/inbox/people";
import { cleanTag } from "~/features/inbox/views";

const STAFF = [
  { id: "1", name: "Noor Haddad" },
  { id: "2", name: "Maya Lind" },
  { id: "3", name: "Maya Osei" },
  { id: "4", name: "Élodie" },
  { id: "5", name: "Ann" },
  { id: "6", name: "דנה לוי" },
];
const who = (text: string) => mentioned(text, STAFF).map(({ id }) => id);

describe("a note mentions", () => {
  it.each([
    ["whole names", "@Noor Haddad please look", ["1"]],
    ["first names that one person has", "ask @noor, or @ann.", ["1", "5"]],
    ["nobody by a name that two have", "@Maya knows", []],
    ["one of two by the whole name", "@maya osei knows", ["3"]],
    ["names with accents, however they are encoded", "@E\u0301lodie?", ["4"]],
    ["names of other scripts", "תודה @דנה!", ["6"]],
    ["nobody by part of a word", "@annual and @Noora", []],
    ["nobody by an address", "write to ada@ann.example or x.@noor", []],
    ["each once", "@ann @Ann @ANN", ["5"]],
  ])("%s", (_what, text, ids) => expect(who(text)).toEqual(ids));
});

describe("nobody is called", () => {
  it.each([
    ["by a name that nobody has", "@Nor please look", ["Nor"]],
    ["by a name that two have", "@maya knows", ["maya"]],
    ["by each such name, said once", "@Nor @Lee, @Nor", ["Nor", "Lee"]],
    ["but those who are", "@Noor Haddad and @Ann", []],
    ["by what is no name", "@ 5 pm, ada@nor.example, @@, @1", []],
    ["in other scripts", "@רות?", ["רות"]],
  ])("%s", (_what, text, names) => expect(uncalled(text, STAFF)).toEqual(names));
});

describe("a name that is typed", () => {
  it.each([
    ["begins with an @", "ask @no", 7, "no"],
    ["goes on past a space", "ask @Noor H", 11, "Noor H"],
    ["ends at the caret", "ask @noor", 7, "no"],
    ["may be empty", "@", 1, ""],
    ["is none in an address", "ada@no", 6, null],
    ["is none after a line's end", "@no\n", 4, null],
    ["is none after a space", "@ no", 4, null],
    ["is none without an @", "no", 2, null],
  ])("%s", (_what, text, place, typed) => expect(callAt(text, place)?.typed ?? null).toBe(typed));

  it.each([
    ["whoever has it", "noor", ["1"]],
    ["by their other names, too", "l", ["2"]],
    ["all whom it may become", "ma", ["2", "3"]],
    ["in other scripts", "דנה ל", ["6"]],
    ["everybody at first", "", ["1", "2", "3", "4", "5", "6"]],
    ["nobody whom it does not fit", "x", []],
  ])("offers %s", (_what, typed, ids) => expect(offered(typed, STAFF).map(({ id }) => id)).toEqual(ids));

  it("offers nobody who cannot be told from another", () =>
    expect(offered("", [...STAFF, { id: "7", name: "ann " }]).map(({ id }) => id)).not.toContain("5"));

  it("is replaced by the whole one, which calls whom it names", () => {
    for (const person of STAFF) {
      const call = callAt("ask @n now", 6);
      const { text, place } = call ? withCall("ask @n now", call, person) : { text: "", place: 0 };
      expect(text).toBe(`ask @${person.name} now`);
      expect(text.slice(place)).toBe("now");
      expect(mentioned(text, STAFF)).toEqual([person]);
    }
  });
});

describe("a tag is kept", () => {
  it.each([
    ["in one spelling", "  VIP \n customer ", "vip customer"],
    ["without what would cut it apart", "a,b", "a b"],
    ["short", "x".repeat(100), "x".repeat(40)],
    ["or not at all", " \u200b , ", ""],
  ])("%s", (_what, typed, kept) => expect(cleanTag(typed)).toBe(kept));
});
