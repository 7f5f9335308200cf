import { type Html, html } from "../http/html";
import { staff } from "../oauth/staff";
import { handleOf, type Store } from "../store";

export interface AdminPage {
  shop: string;
  title: string;
  active: "orders" | "app";
  body: Html;
  /** The app's page fills the frame, without a margin of ours. */
  bare?: boolean;
  script?: string;
}

/** What is around every page of the admin on this machine. */
export function adminLayout(store: Store, page: AdminPage): string {
  const shop = store.shop(page.shop);
  const base = `/store/${handleOf(shop.domain)}`;
  const current = (active: boolean) => (active ? html` aria-current="page"` : "");
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · ${shop.name}</title>
<link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/admin-assets/admin.css"></head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="top">
  <button class="top__menu" type="button" aria-expanded="false" aria-controls="nav" aria-label="Menu">☰</button>
  <a class="top__home" href="${base}/orders">Admin <span>on this machine</span></a>
  <div class="save-bar" id="save-bar" hidden role="region" aria-label="Unsaved changes">
    <span>Unsaved changes</span>
    <button type="button" id="save-bar-discard">Discard</button><button type="button" id="save-bar-save" class="primary">Save</button>
  </div>
  <div class="top__right">
    <label><span class="visually-hidden">Signed in as</span><select id="staff">${staff.map(
      (one) =>
        html`<option value="${one.id}">${one.first_name} ${one.last_name}${one.account_owner ? " (owner)" : ""}</option>`,
    )}</select></label>
    <label><span class="visually-hidden">Shop</span><select id="shops">${store.shopify
      .shops()
      .map(
        (one) =>
          html`<option value="${handleOf(one.domain)}"${one.domain === shop.domain ? html` selected` : ""}>${one.name}</option>`,
      )}</select></label>
  </div>
</header>
<nav class="nav" id="nav" aria-label="Admin">
  <ul>
    <li><a href="${base}/orders"${current(page.active === "orders")}>${icon("orders")}Orders</a></li>
  </ul>
  <p class="nav__title" id="nav-apps">Apps</p>
  <ul aria-labelledby="nav-apps">
    <li><a id="app-home" href="${base}/apps/${store.settings.apiKey}"${current(page.active === "app")}>${icon("app")}Aftercare</a><ul id="app-nav"></ul></li>
  </ul>
  <ul class="nav__foot">
    <li><a href="${store.storefrontUrl(shop.domain)}" target="_blank" rel="noopener">${icon("shop")}Storefront</a></li>
    <li><a href="/?shop=${handleOf(shop.domain)}">${icon("panel")}Control panel</a></li>
  </ul>
</nav>
<main id="main" class="${page.bare ? "main main--bare" : "main"}" tabindex="-1">${page.body}</main>
<div id="toasts" class="toasts" role="status" aria-live="polite"></div>
<script type="module" src="/admin-assets/admin.js"></script>${
    page.script
      ? html`
<script type="module" src="/admin-assets/${page.script}"></script>`
      : ""
  }
</body></html>`.text;
}

const paths: Record<string, string> = {
  orders: "M3 4h14l-1.500 12h-11zM7 8a3 3 0 0 0 6 0",
  app: "M10 3l6 3.500v7L10 17l-6-3.500v-7zM4 6.500l6 3.500 6-3.500M10 10v7",
  shop: "M3 8l1.500-4h11L17 8M4 8v8h12V8M8 16v-4h4v4",
  panel: "M3 6h8M15 6h2M13 4v4M3 14h2M9 14h8M7 12v4",
};

const icon = (name: string): Html =>
  html`<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.500" stroke-linejoin="round" stroke-linecap="round"><path d="${paths[name] ?? ""}"/></svg>`;
