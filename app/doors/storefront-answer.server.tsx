import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { log } from "~/platform/log.server";

/**
 * An HTML fragment for Shopify's app proxy to set into the theme's own layout. What the app proxy gets is
 * Liquid, so every brace is written as an entity: nothing a person typed can become a Liquid tag.
 */
export function storefrontPage(page: ReactElement, init: ResponseInit = {}): Response {
  const html = renderToStaticMarkup(page).replaceAll("{", "&#123;").replaceAll("}", "&#125;");
  const headers = new Headers(init.headers);
  headers.set("content-type", "application/liquid; charset=utf-8");
  headers.set("cache-control", "no-store");
  return new Response(html, { ...init, headers });
}

/** Part of a page that is there already, for our own script to put in. It goes through the app proxy as it is. */
export const storefrontPart = (part: ReactElement, { status = 200 }: { status?: number } = {}): Response =>
  new Response(renderToStaticMarkup(part), {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });

/**
 * Answers a storefront request; what fails unexpectedly is logged and shown as `trouble`, in the theme, with
 * status 500. Answers that are thrown (a door's refusal) are given as they are.
 */
export async function answerStorefront(
  work: () => Promise<Response>,
  trouble: () => ReactElement,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Response) return error;
    log.error({ error }, "a storefront page failed");
    return storefrontPage(trouble(), { status: 500 });
  }
}
