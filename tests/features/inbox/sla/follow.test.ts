import { describe, expect, it } from "vitest";
import type { BusinessHours } from "~/features/inbox/business-hours";
import { follow, type KeptClock, news, nextDue, nextLook } from "~/features/inbox/sla/follow";
import { type Followed, policyFor } from "~/features/inbox/sla/policy";
import { type SlaPolicy, settingsSchema } from "~/features/settings/schema";

const ALWAYS: BusinessHours = { week: [], timeZone: "UTC", holidays: null };
const at = (clock: string) => new Date(`2026-11-20T${clock}:00Z`);
const MINUTE_MS = 60_000;

const policy = (over: object = {}): SlaPolicy => {
  const one = {
    id: "p1",
    name: "All",
    counts: "calendar",
    targets: {
      firstReply: { normal: 60, urgent: 15 },
      nextReply: { normal: 120 },
      resolution: { normal: 600 },
    },
    since: "2026-01-01T00:00:00.000Z",
    ...over,
  };
  return settingsSchema.parse({ inbox: { sla: [one] } }).inbox.sla[0] as SlaPolicy;
};

const asked = (over: Partial<Followed> = {}): Followed => ({
  state: "open",
  priority: "normal",
  channel: "email",
  locale: "en",
  tags: [],
  customerTags: [],
  awaitingSince: at("09:00"),
  firstRepliedAt: null,
  mergedIntoId: null,
  ...over,
});

/** Clocks as they are kept, after each of these moments. */
function lived(steps: [string, Partial<Followed>][], policies = [policy()]): KeptClock[] {
  let clocks: KeptClock[] = [];
  for (const [clock, over] of steps) {
    const changed = follow(asked(over), clocks, { policies, hours: ALWAYS, now: at(clock) });
    const kept = changed.map((one, n) => ({ ...one, id: one.id ?? `c${clocks.length + n}` }));
    clocks = [...clocks.filter(({ id }) => !kept.some((one) => one.id === id)), ...kept];
  }
  return clocks;
}
const ofMetric = (clocks: KeptClock[], metric: string) => clocks.filter((one) => one.metric === metric);
const ANSWERED = { state: "waiting", awaitingSince: null, firstRepliedAt: at("09:30") } as const;
const AGAIN = { awaitingSince: at("12:00"), firstRepliedAt: at("09:30") } as const;

describe("which policy", () => {
  it("is the first all of whose conditions hold", () => {
    const vip = policy({ id: "vip", customerTags: ["VIP"] });
    const german = policy({ id: "de", languages: ["de"], priorities: ["high", "urgent"] });
    const all = policy();
    const those = [vip, german, all];
    expect(policyFor(asked({ customerTags: ["vip", "wholesale"], locale: "de" }), those)?.id).toBe("vip");
    expect(policyFor(asked({ locale: "de-AT", priority: "high" }), those)?.id).toBe("de");
    expect(policyFor(asked({ locale: "de" }), those)?.id).toBe("p1");
    expect(policyFor(asked({ channel: "email" }), [policy({ channels: ["storefront"] })])).toBeNull();
    expect(policyFor(asked({ tags: ["refund"] }), [policy({ tags: ["damage", "refund"] })])?.id).toBe("p1");
  });
});

describe("the first answer's clock", () => {
  it("runs from the message, and is met by an answer in time", () => {
    const [clock] = ofMetric(lived([["09:00", {}]]), "firstReply");
    expect(clock).toMatchObject({ runningSince: at("09:00"), endedAt: null, targetMs: 60 * MINUTE_MS });
    const [met] = ofMetric(
      lived([
        ["09:00", {}],
        ["09:30", ANSWERED],
      ]),
      "firstReply",
    );
    expect(met).toMatchObject({ outcome: "met", endedAt: at("09:30") });
    const [late] = ofMetric(
      lived([
        ["09:00", {}],
        ["10:30", ANSWERED],
      ]),
      "firstReply",
    );
    expect(late).toMatchObject({ outcome: "missed" });
  });

  it("runs on though the conversation is put aside", () => {
    const [clock] = ofMetric(
      lived([
        ["09:00", {}],
        ["09:10", { state: "snoozed" }],
      ]),
      "firstReply",
    );
    expect(clock?.runningSince).toEqual(at("09:00"));
  });

  it("closed unanswered it is neither met nor missed; too late it is missed", () => {
    const closed = { state: "closed", awaitingSince: null } as const;
    expect(
      ofMetric(
        lived([
          ["09:00", {}],
          ["09:30", closed],
        ]),
        "firstReply",
      )[0]?.outcome,
    ).toBe("dropped");
    expect(
      ofMetric(
        lived([
          ["09:00", {}],
          ["10:30", closed],
        ]),
        "firstReply",
      )[0]?.outcome,
    ).toBe("missed");
  });

  it("an answer taken back never was", () => {
    const clocks = lived([
      ["09:00", {}],
      ["09:30", ANSWERED],
      ["09:31", {}],
    ]);
    expect(ofMetric(clocks, "firstReply")).toHaveLength(1);
    expect(ofMetric(clocks, "firstReply")[0]).toMatchObject({ outcome: null, endedAt: null, spentMs: 0 });
  });

  it("has the target of its priority, and of what it becomes", () => {
    const clocks = lived([
      ["09:00", {}],
      ["09:05", { priority: "urgent" }],
    ]);
    expect(ofMetric(clocks, "firstReply")).toMatchObject([
      { targetMs: 15 * MINUTE_MS, runningSince: at("09:00") },
    ]);
    const none = lived([
      ["09:00", {}],
      ["09:05", { priority: "low" }],
    ]);
    expect(ofMetric(none, "firstReply")).toMatchObject([{ outcome: "dropped" }]);
  });

  it("what waited before the policy was made counts from then on", () => {
    const young = [policy({ since: "2026-11-20T09:20:00.000Z" })];
    const [clock] = ofMetric(lived([["09:30", {}]], young), "firstReply");
    expect(clock?.runningSince).toEqual(at("09:20"));
  });
});

describe("the next answer's clock", () => {
  it("begins with the shopper's next message, and rests while it is put aside", () => {
    const begun: [string, Partial<Followed>][] = [
      ["09:00", {}],
      ["09:30", ANSWERED],
      ["12:00", AGAIN],
    ];
    expect(ofMetric(lived(begun), "nextReply")).toMatchObject([{ runningSince: at("12:00") }]);
    const aside = lived([...begun, ["12:30", { ...AGAIN, state: "snoozed" }]]);
    expect(ofMetric(aside, "nextReply")).toMatchObject([{ runningSince: null, spentMs: 30 * MINUTE_MS }]);
    const awake = lived([...begun, ["12:30", { ...AGAIN, state: "snoozed" }], ["15:00", AGAIN]]);
    expect(nextDue(ofMetric(awake, "nextReply"), ALWAYS)?.at).toEqual(at("16:30"));
  });
});

describe("the resolution's clock", () => {
  it("rests while the shopper is waited for, and judges the end", () => {
    const clocks = lived([
      ["09:00", {}],
      ["09:30", ANSWERED],
      ["12:00", AGAIN],
      ["12:45", { state: "closed", awaitingSince: null, firstRepliedAt: at("09:30") }],
    ]);
    expect(ofMetric(clocks, "resolution")).toMatchObject([{ outcome: "met", endedAt: at("12:45") }]);
  });

  it("goes on when the conversation opens again: nobody meets it by closing early", () => {
    const closed = { state: "closed", awaitingSince: null, firstRepliedAt: at("09:30") } as const;
    const clocks = lived([
      ["09:00", {}],
      ["09:30", ANSWERED],
      ["09:40", closed],
      ["12:00", AGAIN],
    ]);
    expect(ofMetric(clocks, "resolution")).toMatchObject([
      { outcome: null, endedAt: null, spentMs: 30 * MINUTE_MS, runningSince: at("12:00") },
    ]);
  });

  it("is dropped when the conversation is merged into another", () => {
    const clocks = lived([
      ["09:00", {}],
      ["09:30", { state: "closed", awaitingSince: null, mergedIntoId: "x" }],
    ]);
    expect(clocks.map(({ outcome }) => outcome)).toEqual(["dropped", "dropped"]);
  });
});

describe("what is told", () => {
  it("is soon once, then missed once, then nothing", () => {
    const [clock] = ofMetric(lived([["09:00", {}]]), "firstReply") as [KeptClock];
    expect(news(clock, at("09:29"), ALWAYS)).toBeNull();
    expect(news(clock, at("09:30"), ALWAYS)).toBe("soon");
    const warned = { ...clock, warnedAt: at("09:30") };
    expect(news(warned, at("09:45"), ALWAYS)).toBeNull();
    expect(nextLook([warned], at("09:45"), ALWAYS)).toEqual(at("10:00"));
    expect(news(warned, at("10:00"), ALWAYS)).toBe("missed");
    const missed = { ...warned, outcome: "missed" as const };
    expect(news(missed, at("11:00"), ALWAYS)).toBeNull();
    expect(nextLook([missed], at("11:00"), ALWAYS)).toBeNull();
  });

  it("nothing changes by looking again", () => {
    const clocks = lived([["09:00", {}]]);
    expect(follow(asked(), clocks, { policies: [policy()], hours: ALWAYS, now: at("09:20") })).toEqual([]);
  });
});
