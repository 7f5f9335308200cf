import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Liquid } from "liquidjs";
import { showMoney, toDecimal } from "../actions/money";
import type { Store } from "../store";
import { appBlocks } from "./app-blocks";
import { extensionAssetUrl, extensionTranslation, snippetDirectories } from "./extensions";
import { paletteOf } from "./palette";
import { peopleOf } from "./people";
import type { Visitor } from "./signed-in";
import { themeWords } from "./theme-words";

const themeDirectory = new URL("./theme", import.meta.url).pathname;

export interface PageContext {
  visitor: Visitor;
  customer: CustomerDrop | undefined;
  path: string;
}

export interface CustomerDrop {
  id: number;
  first_name: string;
  last_name: string;
  name: string;
  email: string;
}

export interface Theme {
  /** Renders Liquid inside the layout, unless it says `{% layout none %}`. */
  renderPage(source: string, context: PageContext, more?: Record<string, unknown>): Promise<string>;
  /** Renders one of the theme's own templates. */
  renderTemplate(name: string, context: PageContext, more?: Record<string, unknown>): Promise<string>;
}

export function createTheme(store: Store, shop: string): Theme {
  const liquid = createLiquid(store, shop);

  async function renderPage(
    source: string,
    context: PageContext,
    more: Record<string, unknown> = {},
  ): Promise<string> {
    const alone = /^\s*\{%-?\s*layout\s+(none|false)\s*-?%\}/i;
    const globals = { ...(await globalDrops(store, shop, context)), ...more };
    const content = await liquid.parseAndRender(source.replace(alone, ""), globals);
    if (alone.test(source)) return content;
    const embeds = await appBlocks(store.settings.projectDirectory, liquid, globals, "body");
    return liquid.parseAndRender(readFileSync(join(themeDirectory, "layout.liquid"), "utf8"), {
      ...globals,
      content_for_layout: content,
      content_for_embeds: embeds,
    });
  }

  return {
    renderPage,
    renderTemplate: async (name, context, more = {}) => {
      const globals = { ...(await globalDrops(store, shop, context)), ...more };
      const blocks =
        name === "track" ? await appBlocks(store.settings.projectDirectory, liquid, globals, "section") : "";
      const source = readFileSync(join(themeDirectory, "templates", `${name}.liquid`), "utf8");
      return renderPage(source, context, { ...more, app_blocks: blocks });
    },
  };
}

/** What liquidjs lends a filter as `this`. */
interface FilterScope {
  context: { getSync(path: string[]): unknown };
}

function createLiquid(store: Store, shop: string): Liquid {
  const liquid = new Liquid({
    root: [join(themeDirectory, "snippets"), ...snippetDirectories(store.settings.projectDirectory)],
    extname: ".liquid",
    relativeReference: false,
    strictFilters: false,
  });
  const money = (scope: FilterScope, minor: unknown) => {
    const { currency, locale } = store.shop(shop);
    const language = String(scope.context.getSync(["request", "locale", "iso_code"]) ?? locale);
    return showMoney(toDecimal(Number(minor) || 0, currency), currency, language);
  };
  liquid.registerFilter("money", function (this: FilterScope, minor: unknown) {
    return money(this, minor);
  });
  liquid.registerFilter("money_with_currency", function (this: FilterScope, minor: unknown) {
    return `${money(this, minor)} ${store.shop(shop).currency}`;
  });
  liquid.registerFilter("asset_url", function (this: FilterScope, file: string) {
    return extensionAssetUrl(String(this.context.getSync(["extension", "name"]) ?? ""), file);
  });
  liquid.registerFilter("stylesheet_tag", (url: string) => `<link rel="stylesheet" href="${url}">`);
  liquid.registerFilter("script_tag", (url: string) => `<script src="${url}" defer></script>`);
  liquid.registerFilter("t", function (this: FilterScope, key: string, ...values: [string, unknown][]) {
    const extension = String(this.context.getSync(["extension", "name"]) ?? "");
    const locale = String(this.context.getSync(["request", "locale", "iso_code"]) ?? "en");
    return extensionTranslation(
      store.settings.projectDirectory,
      extension,
      locale,
      key,
      Object.fromEntries(values),
    );
  });
  return liquid;
}

const languages = [
  { code: "en", name: "English" },
  { code: "de", name: "Deutsch" },
  { code: "fr", name: "Français" },
  { code: "he", name: "עברית" },
  { code: "ar", name: "العربية" },
  { code: "ja", name: "日本語" },
];

const rightToLeft = new Set(["ar", "he", "fa", "ur"]);

/** The objects every template may use, under Shopify's names. */
async function globalDrops(
  store: Store,
  domain: string,
  { visitor, customer, path }: PageContext,
): Promise<Record<string, unknown>> {
  const shop = store.shop(domain);
  const language = visitor.language ?? shop.locale;
  return {
    shop: {
      name: shop.name,
      domain: shop.domain,
      permanent_domain: shop.domain,
      url: `https://${shop.domain}`,
      secure_url: `https://${shop.domain}`,
      email: shop.email,
      currency: shop.currency,
      locale: shop.locale,
    },
    customer: customer ?? null,
    request: {
      host: shop.domain,
      origin: `https://${shop.domain}`,
      path,
      page_type: "page",
      design_mode: false,
      locale: { iso_code: language, root_url: "/", primary: language === shop.locale },
    },
    localization: {
      language: { iso_code: language },
      country: { iso_code: shop.country, currency: { iso_code: shop.currency } },
    },
    routes: {
      root_url: "/",
      account_url: "/account",
      account_login_url: "/account/login",
      cart_url: "/cart",
    },
    settings: paletteOf(domain),
    palette: paletteOf(domain),
    direction: rightToLeft.has(language.slice(0, 2)) ? "rtl" : "ltr",
    proxy_prefix: store.config().proxyPrefix,
    panel_url: store.url,
    admin_url: store.adminUrl(domain),
    page_title: shop.name,
    words: themeWords(language),
    people: await peopleOf(store, domain),
    languages,
  };
}
