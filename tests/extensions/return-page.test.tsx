// @vitest-environment jsdom
/// <reference types="@shopify/ui-extensions/customer-account.order.page.render" />
import { getExtension } from "@shopify/ui-extensions-tester";
import { fireEvent, waitFor } from "@testing-library/preact";
import { render } from "preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AccountStatus } from "~/features/returns/account-status";
import type { AccountPage } from "~/features/returns/account-view";
import words from "../../extensions/aftercare-return-page/locales/en.default.json" with { type: "json" };

const says = {
  lead: "",
  step: "Step 1 of 3",
  heading: null,
  mend: "Please check your return",
  onwards: "Continue",
  back: "Back",
  quantity: "How many",
  reason: "Reason",
  reasonEmpty: "Choose a reason",
  more: "Add items from your other orders",
  note: "Anything else?",
  cannot: "These cannot be sent back",
  nothing: "Nothing can be returned",
  nothingText: "",
  bars: {
    finalSale: "Final sale",
    notDelivered: "Not here yet",
    alreadyReturned: "All of it has been returned already",
    windowClosed: "The return period is over",
    other: "Not just now",
  },
  photosHint: "",
  photos: ["Photo 1"],
  removePhotos: ["Take out photo 1"],
  photoRefused: "This photo could not be read",
  outcome: "What would you like?",
  variant: "Which version?",
  variantEmpty: "Choose",
  exchangeDown: "",
  search: "What are you looking for?",
  searchGo: "Search",
  found: "Which one?",
  nothingFound: "We found nothing",
  method: "How will you send it?",
  soFar: { title: "What you get so far", nothing: "", unknown: "", update: "" },
  split: "Different reason for another one",
  unsplit: "Take this one out",
  earlier: "Returns of this order",
  toOrder: "Order #1001",
} satisfies AccountPage["says"];

const page = (over: Partial<AccountPage> = {}): AccountPage => ({
  says,
  step: "items",
  steps: ["items", "how", "check"],
  draft: { requestKey: "k", instead: null, alsoOrders: [], lines: [], method: null, note: "" },
  moreOrders: false,
  reasons: [{ id: "too-small", label: "Too small" }],
  methods: [{ id: "label", title: "Prepaid label", text: "Print it." }],
  orders: [
    {
      id: "1",
      title: "What would you like to send back?",
      lines: [
        {
          id: "11",
          title: "Linen towel",
          variant: "Moss",
          imageUrl: null,
          most: 2,
          note: "Until 5 December",
        },
      ],
    },
  ],
  asks: {},
  photos: {},
  checked: [],
  problems: [],
  quotes: [],
  mostParts: 10,
  returns: [],
  ...over,
});

const aStatus = {
  id: "r1",
  toOrder: "Order #1001",
  title: "Return RMA-1",
  lead: "",
  tooLate: null,
  state: { title: "", texts: [] },
  tone: "info",
  steps: [],
  sending: null,
  itemsTitle: "",
  items: [],
  photos: [],
  facts: [],
  expected: null,
  track: null,
  together: [],
  togetherTitle: "",
  cancel: null,
  add: null,
  another: null,
} satisfies AccountStatus;

describe("the return page in the customer's account", () => {
  const extension = getExtension("customer-account.order.page.render", {
    configSearchDir: "extensions/aftercare-return-page",
  });
  const real = globalThis.fetch;
  type Body = { to: string; from: string; draft: { lines: object[] } | null };
  let asked: { url: string; body: Body }[] = [];
  let shopifySays: object = { data: null };
  const answers = (...list: Response[]) => {
    globalThis.fetch = async (input, init) => {
      if (String(input).startsWith("shopify:")) return Response.json(shopifySays);
      asked.push({ url: String(input), body: JSON.parse(String(init?.body)) });
      return list.shift() ?? new Response(null, { status: 500 });
    };
  };
  beforeEach(() => {
    asked = [];
    shopifySays = { data: null };
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
    fireEvent.click(button(says.onwards));
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

  it("shows what comes back, sends it, and then where it is", async () => {
    const quotes = [
      {
        title: "What you get",
        rows: [{ label: "Refund", amount: "£14.50", sum: true }],
        tax: null,
        refundBy: null,
        nothing: "",
      },
    ];
    answers(
      Response.json({ page: page({ step: "check", quotes }) }),
      Response.json({ made: [{ id: "r1", orderId: "1", text: "" }], failed: [], title: "" }),
      Response.json({ status: aStatus }),
    );
    await extension.render();
    await waitFor(() => expect(text()).toContain("£14.50"));
    fireEvent.click(button(says.onwards));
    await waitFor(() => expect(text()).toContain("Return RMA-1"));
    expect(asked[1]?.body.to).toBe("send");
    expect(asked[2]).toMatchObject({ url: "/account/returns", body: { returnId: "r1", do: "show" } });
  });

  it("loses nothing when the app cannot be reached", async () => {
    answers(Response.json({ page: page() }), new Response("<html>", { status: 502 }));
    await extension.render();
    await waitFor(() => expect(button(says.onwards)).toBeDefined());
    fireEvent.click(button(says.onwards));
    await waitFor(() => expect(text()).toContain(words.failed));
    expect(document.querySelector("s-checkbox")).not.toBeNull();
  });

  it("follows the stricter of both words, and says Shopify's reason", async () => {
    const line = { lineItem: { id: "gid://shopify/LineItem/11" } };
    const barred = { ...line, quantityDetails: [{ reasonCode: "RETURN_WINDOW_EXPIRED" }] };
    const returnInformation = {
      returnableLineItems: { nodes: [] },
      nonReturnableLineItems: { nodes: [barred] },
    };
    shopifySays = { data: { order: { returnInformation } } };
    answers(Response.json({ page: page() }));
    await extension.render();
    await waitFor(() => expect(text()).toContain(says.bars.windowClosed));
    expect(document.querySelector("s-checkbox")).toBeNull();
  });

  it("asks what comes back anew when the choice changes, and shows the latest answer", async () => {
    const quotes = [
      { title: "", rows: [{ label: "Refund", amount: "£9.00" }], tax: null, refundBy: null, nothing: "" },
    ];
    answers(Response.json({ page: page() }), Response.json({ quotes }));
    await extension.render();
    await waitFor(() => expect(document.querySelector("s-checkbox")).not.toBeNull());
    const box = document.querySelector("s-checkbox") as Element & { checked: boolean };
    box.checked = true;
    fireEvent(box, new Event("change", { bubbles: true }));
    await waitFor(() => expect(text()).toContain("£9.00"));
    expect(asked.at(-1)?.body).toMatchObject({ to: "quote", from: "items" });
  });

  it("asks who is not signed in to sign in", async () => {
    answers(new Response(null, { status: 401 }));
    await extension.render();
    await waitFor(() => expect(text()).toContain(words.signIn));
  });

  it("says when there is nothing here", async () => {
    answers(new Response(null, { status: 404 }));
    await extension.render();
    await waitFor(() =>
      expect(document.querySelector("s-banner")?.getAttribute("heading")).toBe(words.absent),
    );
  });
});
