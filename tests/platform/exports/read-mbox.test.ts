import { describe, expect, it } from "vitest";
import { oursAmong, type PastMessage } from "~/platform/exports/past-message";
import { readMboxRecord } from "~/platform/exports/read-mbox";

const isOurs = oursAmong(["help@fern.example", "@fern-staff.example"]);
const read = (head: string[], body = "Hello") =>
  readMboxRecord({ at: 0, end: 1, bytes: Buffer.from([...head, "", body].join("\n")) }, isOurs);

const FROM = "From: Ada <ada@example.com>";

describe("a mail of the past", () => {
  const wrote: [string, string[], Partial<PastMessage>][] = [
    [
      "a shopper",
      [FROM, "To: help@fern.example"],
      { isShop: false, isNote: false, person: person("ada@example.com", "Ada") },
    ],
    [
      "the shop",
      ["From: help@fern.example", "To: Ada <ada@example.com>"],
      { isShop: true, isNote: false, person: person("ada@example.com", "Ada") },
    ],
    [
      "staff, by their domain",
      ["From: bo@Fern-Staff.example", "To: ada@example.com"],
      { isShop: true, person: person("ada@example.com", null) },
    ],
    [
      "staff among each other",
      ["From: bo@fern-staff.example", "To: help@fern.example"],
      { isShop: true, isNote: true, person: null },
    ],
    [
      "a machine",
      [FROM, "Auto-Submitted: auto-replied", "Subject: Out of office"],
      { automatic: "out-of-office" },
    ],
    [
      "somebody whom a mail server doubts",
      ["Authentication-Results: mx.example; dmarc=fail header.from=example.com", "From: help@fern.example"],
      { isShop: false, isDoubted: true, person: null },
    ],
  ];
  it.each(wrote)("of %s", async (_who, head, wanted) => {
    expect((await read(head)).messages).toMatchObject([wanted]);
  });

  it("belongs to what it answers, and to Gmail's conversation", async () => {
    const { messages } = await read([
      FROM,
      "Message-ID: <A@x>",
      "In-Reply-To: <b@x>",
      "References: <c@x> <b@x>",
      "X-GM-THRID: 17",
    ]);
    expect(messages[0]?.threads).toEqual([
      "mail:a@x",
      "mail:b@x",
      "mail:c@x",
      "mail:b@x",
      "mail:x-gm-thrid 17",
    ]);
    expect(messages[0]).toMatchObject({ key: "mail:A@x", mailId: "A@x" });
  });

  it("without a Message-ID is known by its bytes", async () => {
    const [one, again, other] = [await read([FROM]), await read([FROM]), await read([FROM], "Else")];
    expect(one.messages[0]?.key).toMatch(/^mail:[0-9a-f]{64}$/);
    expect(again.messages[0]?.key).toBe(one.messages[0]?.key);
    expect(other.messages[0]?.key).not.toBe(one.messages[0]?.key);
  });

  it.each([
    ["spam", ["X-Gmail-Labels: Inbox, SPAM"]],
    ["deleted", ["X-Gmail-Labels: Trash"]],
    ["deleted", ["X-Mozilla-Status: 0009"]],
    ["draft", ["X-Gmail-Labels: Drafts"]],
    ["other", ["X-IMAP: 1234567890 0000000001"]],
  ])("that is %s is passed over", async (reason, head) => {
    expect(await read([FROM, ...head])).toEqual({ messages: [], people: [], skipped: [reason] });
  });

  it("that is read is not deleted", async () => {
    expect((await read([FROM, "X-Mozilla-Status: 0001"])).messages).toHaveLength(1);
  });

  it("that is empty, or too large, is passed over", async () => {
    expect((await read(["Subject: nothing"], "")).skipped).toEqual(["empty"]);
    expect((await readMboxRecord({ at: 0, end: 1, bytes: null }, isOurs)).skipped).toEqual(["tooLarge"]);
  });
});

function person(email: string, name: string | null) {
  return { id: null, email, name };
}
