import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterBounce, type Bounce, isInForce, type Suppression } from "~/features/notifications/suppression";

const DAY = 86_400_000;
const at = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * DAY);
const bounce = (over: Partial<Bounce> = {}): Bounce => ({
  message: "1",
  reason: "mailboxfull",
  status: "5.2.2",
  permanent: false,
  ...over,
});
const dead = bounce({ reason: "userunknown", status: "5.1.1", permanent: true });

/** Bounces one after the other, on these days. */
const bouncedOn = (days: number[], of: (at: number) => Partial<Bounce> = (at) => ({ message: String(at) })) =>
  days.reduce<Suppression | null>(
    (known, day, index) => afterBounce(known, bounce(of(index)), at(day)) ?? known,
    null,
  );

describe("an address after bounces", () => {
  it("nobody is there: barred until somebody lifts it", () =>
    expect(afterBounce(null, dead, at(0))).toMatchObject({
      scope: "everything",
      reason: "addressDead",
      until: null,
    }));

  it.each<[string, number[], string]>([
    ["two full boxes", [0, 1], "none"],
    ["three within thirty days", [0, 10, 29], "everything"],
    ["three, the first too long ago", [0, 15, 31], "none"],
    ["the clock went back", [10, 5, 0], "everything"],
  ])("%s: %s", (_what, days, scope) => expect(bouncedOn(days)?.scope).toBe(scope));

  it("three of one message are one", () =>
    expect(bouncedOn([0, 1, 2], () => ({ message: "same" }))).toMatchObject({
      scope: "none",
      soft: [{ message: "same" }],
    }));

  it("rests a week, and is counted anew then", () => {
    const rested = bouncedOn([0, 1, 2]);
    expect(isInForce(rested, at(8.9))).toBe(true);
    expect(isInForce(rested, at(9.1))).toBe(false);
    expect(afterBounce(rested, bounce({ message: "9" }), at(10))).toMatchObject({ scope: "none" });
  });

  it.each([
    "spamdetected",
    "blocked",
    "mesgtoobig",
    "authfailure",
    "badreputation",
  ] as const)("%s is not the address's fault", (reason) =>
    expect(afterBounce(null, bounce({ reason }), at(0))).toBeNull());

  it.each(["delivered", "delayed"] as const)("%s is no bounce", (reason) =>
    expect(afterBounce(null, bounce({ reason }), at(0))).toBeNull());

  it("a complaint bars what one may do without, whatever complaints follow", () => {
    const feedback = bounce({ reason: "feedback", status: null });
    const known = afterBounce(null, feedback, at(0));
    expect(known).toMatchObject({ scope: "optional", reason: "complained", until: null });
    expect(afterBounce(known, feedback, at(1))).toBeNull();
  });

  it("what is barred for good stays barred, whatever comes back later", () => {
    const reasons = fc.constantFrom(
      "mailboxfull",
      "expired",
      "userunknown",
      "delayed",
      "undefined",
      "suspend",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(reasons, fc.nat(400)), { maxLength: 20 }), (later) => {
        let known = afterBounce(null, dead, at(0));
        for (const [index, [reason, day]] of later.entries())
          known =
            afterBounce(
              known,
              bounce({ reason: reason as Bounce["reason"], message: `m${index}` }),
              at(day),
            ) ?? known;
        expect(known).toMatchObject({ scope: "everything", until: null });
      }),
    );
  });
});
