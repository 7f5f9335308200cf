import { describe, expect, it } from "vitest";
import { type AnswerableMail, type RecentAnswers, whyNoAutomaticAnswer } from "~/features/inbox/loops";
import { mayAnswerAutomatically } from "~/features/inbox/rules";

const NOW = new Date("2026-11-21T10:00:00Z");
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const mail = (given: Partial<AnswerableMail> = {}): AnswerableMail => ({
  from: { address: "ada@example.com" },
  automatic: null,
  ...given,
});
const recent = (given: Partial<RecentAnswers> = {}): RecentAnswers => ({ now: NOW, answers: [], ...given });

describe("mayAnswerAutomatically", () => {
  it("answers a person's first mail", () => {
    expect(mayAnswerAutomatically(mail(), recent())).toBe(true);
  });

  it.each([
    ["automatic", mail({ automatic: "out-of-office" })],
    ["automatic", mail({ automatic: "list" })],
    ["noSender", mail({ isNullSender: true })],
    ["noSender", mail({ from: null })],
    ["noSender", mail({ from: { address: "a@b.example,c@d.example" } })],
    ["nobody", mail({ from: { address: "no-reply@example.com" } })],
    ["nobody", mail({ from: { address: "MAILER-DAEMON@example.com" } })],
    ["nobody", mail({ from: { address: "list-request@example.com" } })],
    ["doubted", mail({ isSenderDoubted: true })],
    ["ours", mail({ from: { address: "Support@shop.example" } })],
  ])("says why not: %s", (why, given) => {
    expect(whyNoAutomaticAnswer(given, recent({ ours: ["support@shop.example"] }))).toBe(why);
  });

  it("answers a sender once a day, whatever the conversation", () => {
    const answered = (hours: number) => [
      { to: "ADA@example.com", at: hoursAgo(hours), conversationId: "one" },
    ];
    expect(whyNoAutomaticAnswer(mail(), recent({ answers: answered(23), conversationId: "two" }))).toBe(
      "today",
    );
    expect(whyNoAutomaticAnswer(mail(), recent({ answers: answered(25), conversationId: "two" }))).toBeNull();
  });

  it("stops after two answers when two machines talk to each other for an hour, from ever new addresses", () => {
    const answers: { to: string; at: Date; conversationId: string }[] = [];
    for (let minute = 0; minute < 60; minute++) {
      const now = new Date(NOW.getTime() + minute * 60_000);
      const address = `robot+${minute}@example.com`;
      if (mayAnswerAutomatically(mail({ from: { address } }), { now, conversationId: "one", answers }))
        answers.push({ to: address, at: now, conversationId: "one" });
    }
    expect(answers).toHaveLength(2);
  });
});
