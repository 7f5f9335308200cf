// @vitest-environment jsdom
/// <reference types="@shopify/ui-extensions/admin.order-details.block.render" />
import { getExtension } from "@shopify/ui-extensions-tester";
import { fireEvent, waitFor } from "@testing-library/preact";
import { render } from "preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import words from "../../extensions/aftercare-order-block/locales/en.default.json" with { type: "json" };

describe("the block on an order's page", () => {
  const extension = getExtension("admin.order-details.block.render", {
    configSearchDir: "extensions/aftercare-order-block",
  });
  const real = globalThis.fetch;
  let asked: string[] = [];
  const answers = (...list: Response[]) => {
    globalThis.fetch = async (input) => {
      asked.push(String(input));
      return list.shift() ?? new Response(null, { status: 500 });
    };
  };
  beforeEach(() => {
    asked = [];
    extension.setUp();
    extension.shopify.data.selected = [{ id: "gid://shopify/Order/4711" }];
    extension.shopify.i18n.translate = ((key: keyof typeof words, values: Record<string, string> = {}) =>
      words[key].replace(/{{(\w+)}}/g, (_, name: string) => String(values[name]))) as never;
  });
  afterEach(() => {
    globalThis.fetch = real;
    render(null, document.body);
    extension.tearDown();
  });
  const text = () => document.body.textContent ?? "";

  it("shows each return with its state, what is next, and the way there", async () => {
    const one = {
      id: "r1",
      rma: "RMA-34679C",
      state: "To review",
      tone: "caution",
      next: "Decide.",
      things: 2,
      refund: null,
    };
    answers(Response.json({ returns: [one] }));
    await extension.render();
    await waitFor(() => expect(text()).toContain("Decide."));
    expect(asked).toEqual(["/app/returns/of-order/4711"]);
    expect(text()).toContain("2 items");
    expect(document.querySelector("s-link")?.getAttribute("href")).toBe("app:app/returns/r1");
    expect(document.querySelector("s-badge")?.getAttribute("tone")).toBe("caution");
  });

  it.each([
    [Response.json({ returns: [] }), words.none],
    [new Response(null, { status: 404 }), words.none],
    [new Response(null, { status: 403 }), words.forbidden],
    [new Response("<html>", { status: 200 }), words.failed],
  ])("says so when there is nothing to show: %#", async (answer, says) => {
    answers(answer);
    await extension.render();
    await waitFor(() => expect(text()).toContain(says));
  });

  it("tries again when asked to", async () => {
    answers(new Response(null, { status: 503 }), Response.json({ returns: [] }));
    await extension.render();
    await waitFor(() => expect(text()).toContain(words.failed));
    fireEvent.click(document.querySelector("s-button") as Element);
    await waitFor(() => expect(text()).toContain(words.none));
  });
});
