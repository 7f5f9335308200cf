import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languageFor } from "~/features/notifications/approved-texts";
import { beforeTryingAgain, NO_ANSWER, whyNoText } from "~/features/notifications/texts";

describe("the language of an approved text", () => {
  it.each([
    ["de", ["en_US", "de"], "de"],
    ["en", ["de", "en_GB"], "en_GB"],
    ["he", ["en_US", "he"], "he"],
    ["ja", ["en_US", "de"], "en_US"],
    ["fr", ["fr_CA", "fr"], "fr"],
  ] as const)("%s of %j: %s", (locale, languages, expected) => {
    expect(languageFor(locale, languages)).toBe(expected);
  });
});

describe("before trying again what may have been sent", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  const tried = (why: string, secondsAgo: number) => ({
    at: new Date(now.getTime() - secondsAgo * 1000).toISOString(),
    did: "tried" as const,
    why,
  });
  it.each([
    ["the first try", 1, [], null],
    ["refused for now", 2, [tried("too many", 1)], null],
    ["no answer a moment ago", 2, [tried(NO_ANSWER, 30)], "wait"],
    ["no answer, and nothing heard since", 2, [tried(NO_ANSWER, 121)], null],
    ["a clock that was ahead", 2, [tried(NO_ANSWER, -30)], "wait"],
    ["a process that ended meanwhile", 2, [], "lost"],
    ["one that ended after a refusal", 3, [tried("too many", 60)], "lost"],
  ] as const)("%s", (_what, attempts, trace, expected) => {
    expect(beforeTryingAgain(attempts, trace, now)).toBe(expected);
  });
});

it("who has refused gets nothing, whatever is wanted; who was never asked, only where that is enough", () => {
  const answer = fc.constantFrom("given" as const, "refused" as const, null);
  fc.assert(
    fc.property(answer, answer, fc.boolean(), (transactional, marketing, onlyAgreed) => {
      const why = whyNoText({ transactional, marketing }, onlyAgreed);
      expect(why === null).toBe(transactional === "given" || (transactional === null && !onlyAgreed));
    }),
  );
  expect(whyNoText(undefined, false)).toBeNull();
  expect(whyNoText(undefined, true)).toBe("notAgreed");
});
