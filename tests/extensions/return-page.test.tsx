// @vitest-environment jsdom
/// <reference types="@shopify/ui-extensions/customer-account.order.page.render" />
import { getExtension } from "@shopify/ui-extensions-tester";
import { fireEvent, waitFor } from "@testing-library/preact";
import { render } from "preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AccountPage } from "~/features/returns/account-view";
import words from "../../extensions/aftercare-return-page/locales/en.default.json" with { type: "json" };

const page = (over: Partial<AccountPage> = {}): AccountPage => ({
  step: "items",
  steps: ["items", "how", "check"],
  auto: true,
  draft: { requestKey: "k", instead: null, alsoOrders: [], lines: [], method: null, note: "" },
  moreOrders: false,
  reasons: [{ id: "too-small", label: "Too small" }],
  methods: [{ id: "label", title: "Prepaid label", text: "Print it." }],
  orders: [
    {
      id: "1",
      name: "#1001",
      lines: [
        { id: "11", title: "Linen towel", variant: "Moss", imageUrl: null, most: 2, until: "5 December" },
      ],
    },
  ],
  asks: {},
  photos: {},
  problems: [],
  quotes: [],
  ...over,
});

describe("the return page in the customer's account", () => {
  const extension = getExtension("customer-account.order.page.render", {
    configSearchDir: "extensions/aftercare-return-page",
  });
  const real = globalThis.fetch;
  let asked: { url: string; body: { to: string; from: string; draft: { lines: object[] } | null } }[] = [];
  const answers = (...list: Response[]) => {
    globalThis.fetch = async (input, init) => {
      asked.push({ url: String(input), body: JSON.parse(String(init?.body)) });
      return list.shift() ?? new Response(null, { status: 500 });
    };
  };
  beforeEach(() => {
    asked = [];
    render(null, document.body);
    extension.setUp();
    extension.shopify.i18n.translate = ((key: keyof typeof words, values: Record<string, string> = {}) =>
      words[key].replace(/{{(\w+)}}/g, (_: string, name: string) => String(values[name]))) as never;
  });
  afterEach(() => {
    globalThis.fetch = real;
    extension.tearDown();
  });
  const text = () => document.body.textContent ?? "";
  const button = (says: string) =>
    [...document.querySelectorAll("s-button")].find((one) => one.textContent === says) as Element;

  it("offers what may come back, and sends what was chosen on", async () => {
    answers(Response.json({ page: page() }), Response.json({ page: page({ step: "how" }) }));
    await extension.render();
    await waitFor(() => expect(document.querySelector("s-checkbox")).not.toBeNull());
    expect(asked[0]).toMatchObject({ url: "/account/return", body: { draft: null } });
    const box = document.querySelector("s-checkbox") as Element & { checked: boolean };
    box.checked = true;
    fireEvent(box, new Event("change", { bubbles: true }));
    await waitFor(() => expect(document.querySelector("s-select")).not.toBeNull());
    fireEvent.click(button(words.next));
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[1]?.body).toMatchObject({
      from: "items",
      to: "next",
      draft: { lines: [{ orderLineId: "11", quantity: 1 }] },
    });
  });

  it("shows what is to be mended", async () => {
    const problems = [{ fieldId: "reason-11", message: "Choose a reason for each item" }];
    answers(Response.json({ page: page({ problems }) }, { status: 400 }));
    await extension.render();
    await waitFor(() => expect(text()).toContain("Choose a reason for each item"));
  });

  it("shows what comes back, sends it, and leads to the return", async () => {
    const quotes = [
      {
        order: "#1001",
        rows: [{ label: "Refund", amount: "£14.50", sum: true }],
        tax: null,
        refundBy: null,
        nothing: "",
      },
    ];
    answers(
      Response.json({ page: page({ step: "check", quotes }) }),
      Response.json({ made: [{ order: "#1001", page: "https://x/r" }], failed: [] }),
    );
    await extension.render();
    await waitFor(() => expect(text()).toContain("£14.50"));
    fireEvent.click(button(words.start));
    await waitFor(() => expect(document.querySelector("s-link")?.getAttribute("href")).toBe("https://x/r"));
    expect(asked.at(-1)?.body.to).toBe("send");
  });

  it("loses nothing when the app cannot be reached", async () => {
    answers(Response.json({ page: page() }), new Response("<html>", { status: 502 }));
    await extension.render();
    await waitFor(() => expect(button(words.next)).toBeDefined());
    fireEvent.click(button(words.next));
    await waitFor(() => expect(text()).toContain(words.failed));
    expect(document.querySelector("s-checkbox")).not.toBeNull();
  });

  it("says when there is nothing here", async () => {
    answers(new Response(null, { status: 404 }));
    await extension.render();
    await waitFor(() =>
      expect(document.querySelector("s-banner")?.getAttribute("heading")).toBe(words.absent),
    );
  });
});
