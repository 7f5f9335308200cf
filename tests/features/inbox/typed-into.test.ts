import { JSDOM } from "jsdom";
import { expect, it } from "vitest";
import { isTypedInto } from "~/features/inbox/ui/typed-into";

const { document } = new JSDOM(
  `<input id="a"><textarea id="b"></textarea><select id="c"></select><div contenteditable><b id="d"></b></div>
   <button id="e"></button><a id="f" href="/"></a><input id="g" type="checkbox">`,
).window;

it.each([
  ["a", true],
  ["b", true],
  ["c", true],
  ["d", true],
  ["e", false],
  ["f", false],
  ["g", false],
])("a key on %s is typed: %s", (id, typed) => expect(isTypedInto(document.getElementById(id))).toBe(typed));

it("a key on no element is not", () => {
  for (const target of [null, undefined, document, {}]) expect(isTypedInto(target)).toBe(false);
});
