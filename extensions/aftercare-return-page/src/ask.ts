import type { Api } from "@shopify/ui-extensions/customer-account.order.page.render";
import type { AccountPage } from "../../../app/features/returns/account-view";

export type Shopify = Api;
export const host = globalThis as unknown as { shopify: Shopify };

/** A page of the request, as the app words it. */
export type Page = AccountPage;
export type Draft = Page["draft"];
export type Line = Draft["lines"][number];

export type Answer =
  | { kind: "page"; page: Page }
  | { kind: "sent"; made: { order: string; page: string }[]; failed: string[] }
  | { kind: "absent" }
  | { kind: "failed" };

/** Where the app is; Shopify's tool writes it in when the extension is built. */
const APP = process.env.APP_URL ?? "";

async function call(path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  const token = await host.shopify.sessionToken.get();
  return fetch(`${APP}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, ...headers },
    body,
  });
}

/** Shopify's id as it stands in ours: gid://shopify/Order/1 → 1. */
export const orderNumber = (): string => host.shopify.order.value?.id.split("/").at(-1) ?? "";

type Asking = { draft: Draft | null; from: Page["step"]; to: string };

/** Asks the app for a page, or to send the request. What cannot be heard or read is `failed`: nothing is lost. */
export async function ask({ draft, from, to }: Asking): Promise<Answer> {
  const locale = host.shopify.localization.language.value.isoCode.slice(0, 2);
  try {
    const body = JSON.stringify({ orderId: orderNumber(), locale, draft: draft && plain(draft), from, to });
    const answer = await call("/account/return", body, { "content-type": "application/json" });
    if (answer.status === 404) return { kind: "absent" };
    const said = (await answer.json()) as {
      page?: Page;
      made?: { order: string; page: string }[];
      failed?: string[];
    };
    if (said.page) return { kind: "page", page: said.page };
    return said.made ? { kind: "sent", made: said.made, failed: said.failed ?? [] } : { kind: "failed" };
  } catch {
    return { kind: "failed" };
  }
}

const plain = ({ requestKey, alsoOrders, lines, method, note }: Draft) => ({
  ...{ requestKey, alsoOrders, method, note },
  lines,
});

/** Hands photos over; answers the tokens that name those that were taken, and whether any was not. */
export async function sendPhotos(
  line: string,
  files: readonly File[],
): Promise<{ tokens: string[]; refused: boolean }> {
  const form = new FormData();
  for (const file of files) form.append(`photo-${line}`, file);
  try {
    const answer = await call(`/account/photos?order=${orderNumber()}`, form);
    const said = (await answer.json()) as { photos?: { line: string; tokens: string[] }[] };
    return { tokens: said.photos?.flatMap((one) => one.tokens) ?? [], refused: !answer.ok };
  } catch {
    return { tokens: [], refused: true };
  }
}
