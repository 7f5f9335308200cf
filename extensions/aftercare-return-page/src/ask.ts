import type { Api } from "@shopify/ui-extensions/customer-account.order.page.render";
import type { AccountStatus } from "../../../app/features/returns/account-status";
import type { AccountPage, AccountQuote } from "../../../app/features/returns/account-view";

export const host = globalThis as unknown as { shopify: Api };

/** A page of the request, as the app words it. */
export type Page = AccountPage;
export type Draft = Page["draft"];
export type Line = Draft["lines"][number];
export type Quote = AccountQuote;
export type Status = AccountStatus;
export type Made = { id: string; orderId: string; text: string };

export type Answer =
  | { kind: "page"; page: Page }
  | { kind: "sent"; title: string; made: Made[]; failed: string[] }
  | { kind: "status"; orderId: string; status: Status }
  | { kind: "absent" }
  | { kind: "signedOut" }
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

const callJson = (path: string, body: object) =>
  call(path, JSON.stringify({ locale: host.shopify.localization.language.value.isoCode, ...body }), {
    "content-type": "application/json",
  });

/** Shopify's id as it stands in ours: gid://shopify/Order/1 → 1. */
export const orderNumber = (): string => host.shopify.order.value?.id.split("/").at(-1) ?? "";

type Said = {
  page?: Page;
  status?: Status;
  made?: Made[];
  failed?: string[];
  title?: string;
};

/** What cannot be heard or read is `failed`: nothing is lost. */
async function answerOf(asking: Promise<Response>, orderId: string): Promise<Answer> {
  try {
    const answer = await asking;
    if (answer.status === 401) return { kind: "signedOut" };
    const said = (await answer.json().catch(() => ({}))) as Said;
    if (said.page) return { kind: "page", page: said.page };
    if (said.status) return { kind: "status", orderId, status: said.status };
    if (said.made)
      return { kind: "sent", title: said.title ?? "", made: said.made, failed: said.failed ?? [] };
    return { kind: answer.status === 404 ? "absent" : "failed" };
  } catch {
    return { kind: "failed" };
  }
}

export type Asking = { draft: Draft | null; from: Page["step"]; to: string; row?: string };

/** Asks the app for a page, or to send the request. */
export const ask = (asking: Asking): Promise<Answer> =>
  answerOf(callJson("/account/return", { orderId: orderNumber(), ...asking }), orderNumber());

/** Begins with a request that was sent, to change it; or with an empty one that is put on an approved return. */
export const askToAdd = (returnId: string, as: "change" | "add"): Promise<Answer> =>
  answerOf(callJson("/account/return", { orderId: orderNumber(), returnId, as, draft: null }), orderNumber());

/** Where a return is; or takes it back first. */
export const askStatus = (orderId: string, returnId: string, wish: "show" | "cancel"): Promise<Answer> =>
  answerOf(callJson("/account/returns", { orderId, returnId, do: wish }), orderId);

/** What would come back of what was chosen so far; null when that cannot be said now. */
export async function askQuote(draft: Draft, from: Page["step"]): Promise<Quote[] | null> {
  try {
    const answer = await callJson("/account/return", { orderId: orderNumber(), draft, from, to: "quote" });
    return ((await answer.json()) as { quotes?: Quote[] }).quotes ?? null;
  } catch {
    return null;
  }
}

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
