import fc from "fast-check";
import { expect, it } from "vitest";
import { type Grouped, groupThreads, type Threaded } from "~/features/inbox/import/group-threads";
import { importedId } from "~/features/inbox/import/import-ids";

const none = new Map<string, string>();
const fresh = (message: Threaded) => `thread of ${message.id}`;

/** Which messages are together, whatever their conversation is called. */
const together = ({ threadOf }: Grouped) => {
  const groups = new Map<string, string[]>();
  for (const [id, thread] of threadOf) groups.set(thread, [...(groups.get(thread) ?? []), id].sort());
  return [...groups.values()].sort((one, other) => ((one[0] ?? "") < (other[0] ?? "") ? -1 : 1));
};

it("an answer that stands before its question is with it", () => {
  const grouped = groupThreads(
    [
      { id: "3", names: ["c", "b"] },
      { id: "1", names: ["a"] },
      { id: "2", names: ["b", "a"] },
      { id: "4", names: ["z"] },
    ],
    none,
    () => false,
    fresh,
  );
  expect(together(grouped)).toEqual([["1", "2", "3"], ["4"]]);
});

it("two conversations that are there already stay two, and what is new goes to one of them", () => {
  const known = new Map([
    ["a", "A"],
    ["b", "B"],
  ]);
  const grouped = groupThreads([{ id: "1", names: ["b", "a"] }], known, () => true, fresh);
  expect(grouped.threadOf.get("1")).toBe("B");
  expect(grouped.joined.size).toBe(0);
});

it("comes out the same in any order, and in batches as at once", () => {
  const message = fc.record({
    id: fc.uuid(),
    names: fc.uniqueArray(fc.constantFrom(..."abcdefghij"), { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(message, { selector: ({ id }) => id, maxLength: 12 }),
      fc.nat(11),
      (all, cut) => {
        const whole = together(groupThreads(all, none, () => false, fresh));
        expect(together(groupThreads([...all].reverse(), none, () => false, fresh))).toEqual(whole);
        const one = groupThreads(all.slice(0, cut), none, () => false, fresh);
        const two = groupThreads(all.slice(cut), one.named, () => false, fresh);
        const moved = (thread: string) => two.joined.get(thread) ?? thread;
        const threadOf = new Map([...one.threadOf].map(([id, thread]) => [id, moved(thread)]));
        expect(together({ ...two, threadOf: new Map([...threadOf, ...two.threadOf]) })).toEqual(whole);
      },
    ),
  );
});

it("an id is the same for the same thing, and sorts by its time", () => {
  const [early, late] = [new Date("2020-01-01T00:00:00Z"), new Date("2024-01-01T00:00:00Z")];
  expect(importedId("mail:a@b", early)).toBe(importedId("mail:a@b", early));
  expect(importedId("mail:a@b", early)).not.toBe(importedId("mail:c@d", early));
  expect(importedId("mail:z@z", early) < importedId("mail:a@a", late)).toBe(true);
  expect(importedId("mail:a@b", null)).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});
