import type { Api } from "@shopify/ui-extensions/customer-account.page.render";
import type { AccountContact, AccountProblem } from "../../../app/features/inbox/account-contact";

/** A page of its own finds its address in a `navigation` beside `shopify` (Shopify, Navigation API). */
export const host = globalThis as unknown as {
  shopify: Api;
  navigation?: { currentEntry: { url: string | null } | null };
};

/** The contact page, as the app words it. */
export type Page = AccountContact;
export type Problem = AccountProblem;
export type Conversation = Page["conversations"][number];

/** What is written: in a conversation, or to begin one (null). */
export type Written = {
  conversationId: string | null;
  orderId: string;
  reason: string;
  email: string;
  text: string;
  photos: readonly File[];
};

export type Answer =
  | { kind: "page"; page: Page }
  | { kind: "sent"; page: Page; title: string; text: string | null; conversationId: string }
  | { kind: "mend"; problems: Problem[] }
  | { kind: "signedOut" }
  | { kind: "failed" };

/** Where the app is; Shopify's tool writes it in when the extension is built. */
const APP = process.env.APP_URL ?? "";

const language = (): string => host.shopify.localization.language.value.isoCode;

/** The order in the page's own address, as an order's menu leads here; null: none. */
const orderInAddress = (): string | null =>
  /\/orders\/(\d+)\/?$/.exec(host.navigation?.currentEntry?.url ?? "")?.[1] ?? null;

type Said = {
  page?: Page;
  problems?: Problem[];
  title?: string;
  text?: string | null;
  conversationId?: string;
};

/** What cannot be heard or read is `failed`: nothing that was typed is lost. */
async function call(body: BodyInit, headers: Record<string, string> = {}): Promise<Answer> {
  try {
    const token = await host.shopify.sessionToken.get();
    const answer = await fetch(`${APP}/account/contact`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, ...headers },
      body,
    });
    if (answer.status === 401) return { kind: "signedOut" };
    const { page, problems, title, text, conversationId } = (await answer.json()) as Said;
    if (problems) return { kind: "mend", problems };
    if (page && title && conversationId)
      return { kind: "sent", page, title, text: text ?? null, conversationId };
    return page ? { kind: "page", page } : { kind: "failed" };
  } catch {
    return { kind: "failed" };
  }
}

/** Asks the app for the page. */
export const askPage = (): Promise<Answer> =>
  call(JSON.stringify({ locale: language(), orderId: orderInAddress() }), {
    "content-type": "application/json",
  });

/** Sends what was written, its photos last: the app reads them after the rest. */
export function sendMessage(requestKey: string, written: Written): Promise<Answer> {
  const form = new FormData();
  const { photos, conversationId, ...fields } = written;
  for (const [name, value] of Object.entries({ ...fields, requestKey, locale: language() }))
    form.append(name, value);
  if (conversationId) form.append("conversationId", conversationId);
  for (const photo of photos) form.append("photos", photo);
  return call(form);
}
