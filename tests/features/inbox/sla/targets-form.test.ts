import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emptyPolicy,
  type Known,
  readLength,
  readTargets,
  typedLength,
  typedPolicy,
} from "~/features/inbox/sla/targets-form";
import { slaWords } from "~/features/inbox/words/sla-staff";

const known = (over: Partial<Known> = {}): Known => ({
  staff: [{ id: "42", name: "Maya" }],
  teams: [{ id: "t1", name: "Night" }],
  before: [],
  now: new Date("2026-11-20T09:00:00Z"),
  newId: () => "made",
  ...over,
});
const draft = (over: object = {}) => ({ ...emptyPolicy("new-1", "All"), ...over });

describe("a length", () => {
  it.each([
    ["4 h", 240],
    ["4", 240],
    ["1 h 30 min", 90],
    ["1h30m", 90],
    ["45 min", 45],
    ["720 h", 43_200],
  ])("%s", (text, minutes) => expect(readLength(text)).toBe(minutes));

  it.each(["", "soon", "0 h", "0", "-4 h", "721 h", "4 h 4 h", "1.5 h"])("not %s", (text) =>
    expect(readLength(text)).toBeNull());

  it("is read as it was written", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 43_200 }), (minutes) => {
        expect(readLength(typedLength(minutes))).toBe(minutes);
      }),
    ));
});

describe("targets as typed", () => {
  it("are kept, and read back as they were", () => {
    const typed = draft({ tags: "vip, VIP , , wholesale", assign: "team:t1", mailTo: "a@b.example" });
    const { value, problems } = readTargets([typed], known());
    expect(problems).toEqual([]);
    expect(value[0]).toMatchObject({
      id: "made",
      tags: ["vip", "VIP", "wholesale"],
      since: "2026-11-20T09:00:00.000Z",
      onMiss: { assign: { to: "team", id: "t1" }, mailTo: "a@b.example", raiseTo: null },
    });
    const again = readTargets(value.map(typedPolicy), known({ before: value, now: new Date() }));
    expect(again.value).toEqual(value); // with the day it began
  });

  it("all that is wrong is said at once, and where", () => {
    const none = { low: "", normal: "", high: "", urgent: "" };
    const empty = draft({
      name: "",
      warn: "soon",
      mailTo: "a@b@c",
      assign: "person:77",
      targets: { firstReply: none, nextReply: none, resolution: { ...none, high: "later" } },
    });
    expect(readTargets([draft(), empty], known()).problems.sort()).toEqual([
      "1.assign",
      "1.mailTo",
      "1.name",
      "1.targets",
      "1.targets.resolution.high",
      "1.warn",
    ]);
  });

  it("whoever left keeps what they were given, and is not chosen anew", () => {
    const { value } = readTargets([draft({ assign: "person:42" })], known());
    const gone = known({ staff: [], before: value });
    expect(readTargets(value.map(typedPolicy), gone).problems).toEqual([]);
    expect(readTargets([draft({ assign: "person:42" })], known({ staff: [] })).problems).toEqual([
      "0.assign",
    ]);
  });

  it("are said in plain words", () => {
    const vip = draft({
      customerTags: "VIP",
      languages: "de, fr",
      channels: ["email"],
      raiseTo: "urgent",
      assign: "team:t1",
    });
    expect(slaWords.screen.summary(vip, "Night")).toEqual([
      "Conversations by e-mail, from customers tagged “VIP” in Shopify, in German or French get a first reply within 8 h (low), 4 h (normal), 2 h (high), 1 h (urgent); each further reply within 8 h (low), 8 h (normal), 4 h (high), 2 h (urgent). That is business time.",
      "Whoever has or follows it is warned 30 min before.",
      "When it is missed, its priority becomes urgent, it goes to Night.",
    ]);
  });
});
