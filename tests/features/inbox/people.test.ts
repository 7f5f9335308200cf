import { describe, expect, it } from "vitest";
import { mentioned } from "~/features/inbox/people";
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

describe("a tag is kept", () => {
  it.each([
    ["in one spelling", "  VIP \n customer ", "vip customer"],
    ["without what would cut it apart", "a,b", "a b"],
    ["short", "x".repeat(100), "x".repeat(40)],
    ["or not at all", " \u200b , ", ""],
  ])("%s", (_what, typed, kept) => expect(cleanTag(typed)).toBe(kept));
});
