// @vitest-environment jsdom
import { getExtension } from "@shopify/ui-extensions-tester";
import { fireEvent, waitFor } from "@testing-library/preact";
import { render } from "preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { accountContact } from "~/features/inbox/account-contact";
import words from "../../extensions/aftercare-contact-page/locales/en.default.json" with { type: "json" };

type Given = Parameters<typeof accountContact>[0];
const page = (over: Partial<Given> = {}) =>
  accountContact({
    locale: "en",
    timeZone: "UTC",
    shopName: "Fern & Fable",
    requestKey: "key-00001",
    orders: [{ id: "77", name: "#1001", placedAt: new Date("2026-11-03T10:00:00Z") }],
    orderId: null,
    email: "ada@example.com",
    conversations: [],
    fileHref: (at) =>
      "fileId" in at
        ? `https://app.example/files/${at.fileId}`
        : `https://app.example/mail-file/${at.messageId}-${at.place}`,
    photos: { hint: "JPEG", alt: (at) => `Photo ${at}`, remove: (at) => `Take out photo ${at}` },
    ...over,
  });
const at = new Date("2026-11-03T10:00:00Z");
const FILES = [
  { at: { fileId: "f2" }, name: "label.pdf", isPicture: false, isInText: false },
  { at: { messageId: "m2", place: 0 }, name: "sketch.png", isPicture: true, isInText: false },
];
const conversation: Given["conversations"][number] = {
  id: "c1",
  subject: "Damaged or wrong item",
  state: "closed",
  lastMessageAt: at,
  messages: [
    { id: "m1", from: "shopper", authorName: "Ada", text: "It broke\ntoday", at, photos: ["f1"], files: [] },
    { id: "m2", from: "shop", authorName: "Maya", text: "We send another", at, photos: [], files: FILES },
  ],
};

describe("the contact page in the customer's account", () => {
  const extension = getExtension("customer-account.page.render", {
    configSearchDir: "extensions/aftercare-contact-page",
  });
  const real = globalThis.fetch;
  let asked: (Record<string, unknown> | FormData)[] = [];
  const answers = (...list: Response[]) => {
    globalThis.fetch = async (_input, init) => {
      asked.push(init?.body instanceof FormData ? init.body : JSON.parse(String(init?.body)));
      return list.shift() ?? new Response(null, { status: 500 });
    };
  };
  beforeEach(() => {
    asked = [];
    render(null, document.body);
    extension.setUp();
    extension.shopify.i18n.translate = ((key: keyof typeof words) => words[key]) as never;
  });
  afterEach(() => {
    globalThis.fetch = real;
    extension.tearDown();
  });
  const text = () => document.body.textContent ?? "";
  const one = <T extends Element>(selector: string) =>
    document.querySelector(selector) as T & { value: string };
  const type = (selector: string, value: string, event: "input" | "change") => {
    const field = one(selector);
    field.value = value;
    fireEvent(field, new Event(event, { bubbles: true }));
  };
  const press = (says: string) =>
    fireEvent.click(
      [...document.querySelectorAll("s-button")].findLast((it) => it.textContent === says) as Element,
    );

  it("sends what was written, and shows it among the messages", async () => {
    const sent = { title: "We have your message", text: "A person reads it", conversationId: "c1" };
    answers(
      Response.json({ page: page() }),
      Response.json({ ...sent, page: page({ conversations: [conversation] }) }),
    );
    await extension.render();
    await waitFor(() => expect(one("s-text-area")).not.toBeNull());
    type("s-select[label^=Which]", "77", "change");
    type("s-select[label^=What]", "wrong", "change");
    type("s-text-area", "It broke", "input");
    press("Send message");
    await waitFor(() => expect(one("s-banner").getAttribute("heading")).toBe("We have your message"));
    const form = asked[1] as FormData;
    expect(Object.fromEntries(form)).toEqual({
      orderId: "77",
      reason: "wrong",
      email: "",
      text: "It broke",
      requestKey: "key-00001",
      locale: expect.any(String),
    });
    await waitFor(() => expect(one("s-details").textContent).toContain("We send another"));
    for (const said of ["You · ", "Fern & Fable · ", "today", "We consider this settled"])
      expect(text()).toContain(said);
    expect(one("s-product-thumbnail").getAttribute("src")).toBe("https://app.example/files/f1");
    const links = [...document.querySelectorAll("s-details s-link")];
    expect(links.map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
      ["\u{1F4CE} label.pdf", "https://app.example/files/f2"],
      ["\u{1F4CE} sketch.png", "https://app.example/mail-file/m2-0"],
    ]);
  });

  it("writes again in a conversation", async () => {
    answers(
      Response.json({ page: page({ conversations: [conversation] }) }),
      Response.json({ problems: [{ field: "text", message: "Write your message first" }] }, { status: 400 }),
    );
    await extension.render();
    await waitFor(() => expect(one("s-details s-text-area")).not.toBeNull());
    fireEvent.click(one("s-details s-button"));
    await waitFor(() => expect(one("s-details").textContent).toContain("Write your message first"));
    expect((asked[1] as FormData).get("conversationId")).toBe("c1");
    expect(document.querySelectorAll("s-banner")).toHaveLength(1);
  });

  it("keeps what was typed when the app cannot be reached", async () => {
    answers(Response.json({ page: page() }), new Response("<html>", { status: 502 }));
    await extension.render();
    await waitFor(() => expect(one("s-text-area")).not.toBeNull());
    type("s-text-area", "It broke", "input");
    press("Send message");
    await waitFor(() => expect(text()).toContain(words.failed));
    press("Send message");
    await waitFor(() => expect(asked).toHaveLength(3));
    expect((asked[2] as FormData).get("text")).toBe("It broke");
  });

  it("asks for an address only where none is known, and who is not signed in to sign in", async () => {
    answers(Response.json({ page: page({ email: null, orders: [] }) }), new Response(null, { status: 401 }));
    await extension.render();
    await waitFor(() => expect(one("s-text-field")).not.toBeNull());
    press("Send message");
    await waitFor(() => expect(text()).toContain(words.signIn));
  });
});
