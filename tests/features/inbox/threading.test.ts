import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findConversation } from "~/features/inbox/rules";
import type { Known, ThreadedMail } from "~/features/inbox/threading";

const mail = (given: Partial<ThreadedMail> = {}): ThreadedMail => ({
  from: { address: "ada@example.com" },
  to: [{ address: "support@shop.example" }],
  cc: [],
  inReplyTo: null,
  references: [],
  subject: "Hello",
  ...given,
});

const KNOWN: Known = {
  shop: "here",
  replyAddresses: {
    "r.here.one@reply.example": { shop: "here", conversationId: "one" },
    "r.there.one@reply.example": { shop: "there", conversationId: "one" },
  },
  ownMessageIds: {
    "m.here.one@reply.example": { shop: "here", conversationId: "one" },
    "m.here.two@reply.example": { shop: "here", conversationId: "two" },
    "m.there.two@reply.example": { shop: "there", conversationId: "two" },
  },
  heldMessageIds: { "CAF123@mail.example": "two" },
  conversations: [
    {
      id: "one",
      email: "ada@example.com",
      number: "T-1042",
      orderName: "#1001",
      participants: ["eve@example.com"],
    },
    { id: "two", email: "bob@example.com", number: "T-1043", orderName: "#1002" },
    { id: "old", email: "bob@example.com", number: "T-1000", orderName: "#1003", mergedInto: "two" },
  ],
  ours: ["support@shop.example"],
};

describe("findConversation", () => {
  it("believes the signed address first, then our signed id, then one we hold", () => {
    const all = mail({
      to: [{ address: "R.HERE.ONE@reply.example" }],
      inReplyTo: "m.here.two@reply.example",
      references: ["CAF123@mail.example"],
    });
    expect(findConversation(all, KNOWN)).toMatchObject({
      kind: "existing",
      conversationId: "one",
      by: "replyAddress",
    });
    expect(findConversation({ ...all, to: [] }, KNOWN)).toMatchObject({
      conversationId: "two",
      by: "ownMessageId",
    });
    expect(findConversation({ ...all, to: [], inReplyTo: null }, KNOWN)).toMatchObject({
      conversationId: "two",
      by: "heldMessageId",
    });
  });

  it("asks the envelope before what the sender wrote into To", () => {
    const known: Known = {
      ...KNOWN,
      replyAddresses: {
        ...KNOWN.replyAddresses,
        "r.here.two@reply.example": { shop: "here", conversationId: "two" },
      },
    };
    const both = mail({
      to: [{ address: "r.here.one@reply.example" }],
      recipients: ["r.here.two@reply.example"],
    });
    expect(findConversation(both, known)).toMatchObject({ conversationId: "two" });
  });

  it("finds a reply address in Cc, and the nearest id of a long list", () => {
    expect(findConversation(mail({ cc: [{ address: "r.here.one@reply.example" }] }), KNOWN)).toMatchObject({
      conversationId: "one",
    });
    const references = ["m.here.one@reply.example", "x@y", "m.here.two@reply.example"];
    expect(findConversation(mail({ references }), KNOWN)).toMatchObject({ conversationId: "two" });
  });

  it("opens a new conversation for another shop's names", () => {
    const theirs = mail({
      to: [{ address: "r.there.one@reply.example" }],
      inReplyTo: "m.there.two@reply.example",
    });
    expect(findConversation(theirs, KNOWN)).toMatchObject({ kind: "new" });
  });

  it.each([
    ["Re: [T-1042] parcel", { conversationId: "one", because: "ticketNumber" }],
    ["my order 1002 is late", { conversationId: "two", because: "orderName" }],
    ["order #1002!", { conversationId: "two", because: "orderName" }],
    ["order 10022", null],
    ["1042 and 100", null],
    ["T-1000", null],
  ])("only suggests for a subject anybody could write: %s", (subject, suggestion) => {
    const stranger = mail({ from: { address: "mallory@evil.example" }, subject });
    expect(findConversation(stranger, KNOWN)).toEqual({ kind: "new", suggestion, newcomers: [] });
    // Nor does the shopper's own address open it, which anybody can write as well.
    expect(findConversation(mail({ subject }), KNOWN)).toMatchObject({ kind: "new", suggestion });
  });

  it.each([
    ["ada@example.com", false, "shopper", true],
    ["ADA@example.com", false, "shopper", true],
    ["eve@example.com", false, "participant", true],
    ["mallory@evil.example", false, "other", false],
    ["ada@example.com", true, "other", false],
  ] as const)("says who writes, and who may see more: %s, doubted %s", (address, isSenderDoubted, writer, maySeeHistory) => {
    const given = mail({ from: { address }, isSenderDoubted, to: [{ address: "r.here.one@reply.example" }] });
    expect(findConversation(given, KNOWN)).toMatchObject({ conversationId: "one", writer, maySeeHistory });
    expect(findConversation({ ...given, from: null }, KNOWN)).toMatchObject({
      writer: "other",
      maySeeHistory: false,
    });
  });

  it("follows merges, and comes to an end when they turn in a circle", () => {
    const known: Known = { ...KNOWN, heldMessageIds: { "a@b": "old" } };
    expect(findConversation(mail({ inReplyTo: "a@b" }), known)).toMatchObject({ conversationId: "two" });
    const circle: Known = {
      shop: "here",
      heldMessageIds: { "a@b": "x" },
      conversations: [
        { id: "x", email: "a@b.example", mergedInto: "y" },
        { id: "y", email: "a@b.example", mergedInto: "x" },
      ],
    };
    expect(findConversation(mail({ inReplyTo: "a@b" }), circle).kind).toBe("existing");
  });

  it("names who was copied in, and not us or those inside", () => {
    const given = mail({
      to: [{ address: "r.here.one@reply.example" }, { address: "support@shop.example" }],
      cc: [{ address: "Eve@example.com" }, { address: "new@example.com" }, { address: "NEW@example.com" }],
    });
    expect(findConversation(given, KNOWN)).toMatchObject({ newcomers: ["new@example.com"] });
  });

  it("never files a mail by anything that is not signed or held", () => {
    const word = fc.constantFrom(
      "T-1042",
      "#1001",
      "one",
      "two",
      "ada@example.com",
      "r.here.two@reply.example",
      "x@y",
    );
    fc.assert(
      fc.property(
        word,
        word,
        fc.array(word, { maxLength: 5 }),
        fc.array(word, { maxLength: 3 }),
        (from, subject, ids, to) => {
          const given = mail({
            from: { address: from },
            subject,
            references: ids,
            inReplyTo: ids[0] ?? null,
            to: to.map((address) => ({ address })),
          });
          expect(findConversation(given, KNOWN).kind).toBe("new");
        },
      ),
    );
  });
});
