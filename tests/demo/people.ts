import { setTimeout as sleep } from "node:timers/promises";
import { JSDOM } from "jsdom";
import type { Stack } from "./stack";

/** What the store's control panel can do, by the names it gives them. */
export async function panel<T = Record<string, unknown>>(
  stack: Stack,
  verb: string,
  input: object = {},
): Promise<T> {
  const answer = await fetch(`${stack.store.url}/panel/api/${verb}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  const body = (await answer.json()) as T & { error?: string };
  if (!answer.ok) throw new Error(`${verb}: ${body.error ?? answer.status}`);
  return body;
}

/** Asks the store's Admin API, past the app. */
export async function askStore<T>(
  stack: Stack,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<T> {
  const shop = stack.store.shop().domain;
  const answer = await stack.store.shopify.execute({
    shop,
    apiVersion: "2026-07",
    query,
    variables,
    throttle: false,
  });
  if (!answer.body.data) throw new Error(JSON.stringify(answer.body.errors));
  return answer.body.data as T;
}

export type Letter = {
  id: string;
  subject: string;
  text: string;
  html: string;
  to: { address: string }[];
  headers: Record<string, unknown>;
  attachments: { filename?: string; generatedFileName: string; contentType: string }[];
};

/** Waits for something to become so; throws with `what` when it does not within the limit. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  limitMs = 30_000,
): Promise<T> {
  for (const end = performance.now() + limitMs; performance.now() < end; await sleep(100)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`Waited ${limitMs / 1000} s in vain for ${what}`);
}

/** The newest mail to `address` whose subject (and text) matches, as soon as it is there. */
export function mailTo(stack: Stack, address: string, subject: RegExp, text = /(?:)/): Promise<Letter> {
  return until(`a mail like ${subject} to ${address}`, async () => {
    const mails = (await (await fetch(`${stack.mailboxUrl}/api/email`)).json()) as Letter[];
    return mails.findLast(
      (mail) =>
        mail.to.some((one) => one.address === address) && subject.test(mail.subject) && text.test(mail.text),
    );
  });
}

/** A staff member in the admin: pages opened and forms sent with a session token, as App Bridge does. */
export class StaffMember {
  constructor(
    private readonly stack: Stack,
    private readonly shop: string,
    private readonly userId = "42",
  ) {}

  async open(path: string): Promise<Document> {
    const answer = await this.#ask(path, {});
    const html = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return new JSDOM(html).window.document;
  }

  async send(path: string, fields: Record<string, string>): Promise<void> {
    const answer = await this.#ask(path, { method: "POST", body: new URLSearchParams(fields) });
    const html = await answer.text();
    if (answer.status >= 400)
      throw new Error(`${path} answered ${answer.status}: ${textOf(html).slice(0, 300)}`);
  }

  /** What scripts of a page send: bytes, or JSON. Answers what they get. */
  async give(path: string, body: Buffer | object): Promise<string> {
    const isBytes = Buffer.isBuffer(body);
    const answer = await this.#ask(path, {
      method: "POST",
      body: isBytes ? new Uint8Array(body) : JSON.stringify(body),
      headers: { "content-type": isBytes ? "application/octet-stream" : "application/json" },
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.text();
  }

  #ask(path: string, init: RequestInit): Promise<Response> {
    const host = Buffer.from(`admin.shopify.com/store/${this.shop.split(".")[0]}`).toString("base64url");
    const token = this.stack.store.sessionToken(this.shop, this.userId);
    const query = new URLSearchParams({ shop: this.shop, host, embedded: "1", id_token: token });
    return fetch(`${this.stack.appUrl}${path}${path.includes("?") ? "&" : "?"}${query}`, {
      ...init,
      redirect: "manual",
      headers: {
        ...init.headers,
        authorization: `Bearer ${token}`,
        "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
      },
    });
  }
}

const textOf = (html: string) => new JSDOM(html).window.document.body.textContent?.replace(/\s+/g, " ") ?? "";
