import { describe, expect, it } from "vitest";
import { copyProblem, MOST_COPIES } from "~/features/inbox/mail-out/copies";

const now = {
  email: "ada@example.com",
  participants: ["grace@example.org"],
  ours: ["help@fern.example"],
  ourDomain: "reply.aftercare.example",
};

describe("who may get copies", () => {
  it.each(["mum@example.net", "Grace@Example.org", "ada@example.com"])("%s may", (address) =>
    expect(copyProblem(address, now)).toBeNull());

  it.each([
    "a@example.com,b@example.com",
    "a@example.com\r\nBcc: b@example.com",
    "a@example.com\nX",
    '"quoted"@example.com',
    "Mum <mum@example.com>",
    "mum@localhost",
    "mum",
    "",
    `${"a".repeat(250)}@example.com`,
    "a@example.com\u0000",
    "a@exämple.com",
  ])("%j is not one plain mailbox", (address) => expect(copyProblem(address, now)).toBe("inbox.ccInvalid"));

  it("none of ours, or our mail would come back to us", () => {
    expect(copyProblem("HELP@fern.example", now)).toBe("inbox.ccOurs");
    expect(copyProblem("r.abc@Reply.Aftercare.example", now)).toBe("inbox.ccOurs");
  });

  it("not more than twenty; who is there already is no matter", () => {
    const participants = Array.from({ length: MOST_COPIES }, (_, at) => `p${at}@example.com`);
    expect(copyProblem("one.more@example.com", { ...now, participants })).toBe("inbox.tooManyCc");
    expect(copyProblem("p3@example.com", { ...now, participants })).toBeNull();
  });
});
