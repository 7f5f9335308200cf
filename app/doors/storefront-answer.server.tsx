import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

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
