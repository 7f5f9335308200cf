/**
 * Stands in for https://cdn.shopify.com/shopifycloud/app-bridge.js when the app is shown in the admin on this
 * machine. It speaks to the frame around it (frame.js) by messages; `globalThis.__store` is put before it by the
 * gateway.
 */
(() => {
  const store = globalThis.__store ?? {};
  const script = document.currentScript;
  const fromAddress = new URLSearchParams(location.search);
  const remembered = JSON.parse(sessionStorage.getItem("store-app-bridge") ?? "{}");
  const config = {
    apiKey:
      script?.dataset.apiKey ??
      document.querySelector('meta[name="shopify-api-key"]')?.content ??
      remembered.apiKey ??
      store.apiKey,
    shop: fromAddress.get("shop") ?? remembered.shop,
    host: fromAddress.get("host") ?? remembered.host,
    locale: fromAddress.get("locale") ?? remembered.locale ?? "en",
  };
  sessionStorage.setItem("store-app-bridge", JSON.stringify(config));

  // --- talking with the frame
  let lastId = 0;
  const answers = new Map();
  const tell = (type, data = {}) => window.parent.postMessage({ store: 1, type, data }, store.url ?? "*");
  const ask = (type, data = {}) =>
    new Promise((resolve) => {
      const id = ++lastId;
      answers.set(id, resolve);
      window.parent.postMessage({ store: 1, type, id, data }, store.url ?? "*");
    });
  const heard = {
    answer: ({ id, data }) => {
      answers.get(id)?.(data);
      answers.delete(id);
    },
    navigate: ({ data }) => navigate(data.href),
    "title-action": ({ data }) => titleButtons[data.at]?.click(),
    "save-bar-action": ({ data }) => (data.save ? openBar?.save() : openBar?.discard()),
    "toast-action": ({ data }) => toasts.get(data.id)?.onAction?.(),
    "toast-gone": ({ data }) => toasts.get(data.id)?.onDismiss?.(),
  };
  window.addEventListener("message", (event) => {
    if (event.source === window.parent && event.data?.store === 1) heard[event.data.type]?.(event.data);
  });

  /** As App Bridge does it: an event on a link that is not there, which the app's router listens for. */
  function navigate(href) {
    const link = document.createElement("a");
    link.setAttribute("href", href);
    link.hidden = true;
    document.body.append(link);
    link.dispatchEvent(new CustomEvent("shopify:navigate", { bubbles: true }));
    link.remove();
  }

  // --- the frame's address bar keeps step
  const shopifys = [
    "shop",
    "host",
    "embedded",
    "id_token",
    "hmac",
    "session",
    "timestamp",
    "locale",
    "shopify-reload",
  ];
  const tellPath = () => {
    const address = new URL(location.href);
    for (const name of shopifys) address.searchParams.delete(name);
    tell("path", { path: address.pathname + address.search + address.hash, title: document.title });
  };
  for (const name of ["pushState", "replaceState"]) {
    const original = history[name].bind(history);
    history[name] = (...args) => {
      original(...args);
      queueMicrotask(tellPath);
    };
  }
  window.addEventListener("popstate", tellPath);
  window.addEventListener("hashchange", tellPath);

  // --- requests to the app carry a session token; one that was refused for its token is tried once more
  const idToken = () => ask("id-token");
  const realFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).origin !== location.origin || request.headers.has("authorization"))
      return realFetch(request);
    const send = async () => {
      const copy = request.clone();
      copy.headers.set("authorization", `Bearer ${await idToken()}`);
      copy.headers.set("x-requested-with", "XMLHttpRequest");
      copy.headers.set("accept-language", config.locale);
      return realFetch(copy);
    };
    let answer = await send();
    if (answer.headers.get("x-shopify-retry-invalid-session-request")) answer = await send();
    const elsewhere = answer.headers.get("x-shopify-api-request-failure-reauthorize-url");
    if (elsewhere) tell("leave", { href: elsewhere });
    return answer;
  };

  // --- links that only exist at Shopify
  function onThisMachine(href) {
    const admin = /^(?:shopify:\/?\/?admin|https:\/\/admin\.shopify\.com\/store\/[^/]+)(\/.*)?$/.exec(href);
    if (admin) return { top: true, href: `${store.url}/store/${store.handle(config.shop)}${admin[1] ?? ""}` };
    const shop = /^https:\/\/([a-z0-9-]+\.myshopify\.com)(\/.*)?$/.exec(href);
    if (!shop) return undefined;
    const storeAdmin = /^\/admin(\/.*)?$/.exec(shop[2] ?? "");
    if (storeAdmin)
      return { top: true, href: `${store.url}/store/${store.handle(shop[1])}${storeAdmin[1] ?? ""}` };
    const front = store.storefronts?.[shop[1]];
    return front ? { top: false, href: front + (shop[2] ?? "/") } : undefined;
  }
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      const there = link && onThisMachine(link.getAttribute("href"));
      if (!there) return;
      event.preventDefault();
      if (there.top && link.target !== "_blank") tell("leave", { href: there.href });
      else realOpen(there.href, "_blank", "noopener");
    },
    true,
  );
  const realOpen = window.open.bind(window);
  window.open = (href, target, features) => {
    const there = onThisMachine(String(href ?? ""));
    if (!there) return realOpen(href, target, features);
    if (there.top && (target === "_top" || target === "_self" || target === undefined)) {
      tell("leave", { href: there.href });
      return null;
    }
    return realOpen(there.href, "_blank", features);
  };

  // --- toasts
  const toasts = new Map();
  const toast = {
    show(message, options = {}) {
      const id = `toast-${++lastId}`;
      toasts.set(id, options);
      const { duration = 5000, isError = false, action } = options;
      tell("toast", { id, message: String(message), duration, isError, action });
      return id;
    },
    hide: (id) => tell("toast-hide", { id }),
  };

  // --- save bars: an element of their own, or a form that asks for one
  let openBar;
  const shaken = () => tell("save-bar-shake");
  function showBar(bar) {
    openBar = bar;
    tell("save-bar", {
      open: true,
      saveLabel: bar.saveLabel,
      discardLabel: bar.discardLabel,
      saving: bar.saving,
      saveDisabled: bar.saveDisabled,
    });
  }
  function hideBar(bar) {
    if (openBar !== bar) return;
    openBar = undefined;
    tell("save-bar", { open: false });
  }

  class SaveBar extends HTMLElement {
    showing = false;
    connectedCallback() {
      this.watcher ??= new MutationObserver(() => this.showing && showBar(this.bar()));
      this.watcher.observe(this, { childList: true, subtree: true, attributes: true, characterData: true });
    }
    disconnectedCallback() {
      this.watcher?.disconnect();
      this.hide();
    }
    bar() {
      const buttons = [...this.querySelectorAll("button")];
      const save = buttons.find((one) => one.getAttribute("variant") === "primary");
      const discard = buttons.find((one) => one !== save);
      this.handle ??= { save: () => {}, discard: () => {} };
      return Object.assign(this.handle, {
        saveLabel: save?.textContent?.trim() || "Save",
        discardLabel: discard?.textContent?.trim() || "Discard",
        saving: save?.hasAttribute("loading") && save.getAttribute("loading") !== "false",
        saveDisabled: save?.disabled ?? false,
        save: () => save?.click(),
        discard: () => discard?.click(),
      });
    }
    async show() {
      if (this.showing) return;
      this.showing = true;
      showBar(this.bar());
      this.dispatchEvent(new Event("show"));
    }
    async hide() {
      if (!this.showing) return;
      this.showing = false;
      hideBar(this.bar());
      this.dispatchEvent(new Event("hide"));
    }
    toggle() {
      return this.showing ? this.hide() : this.show();
    }
  }

  const formBars = new WeakMap();
  function barOf(form) {
    let bar = formBars.get(form);
    if (!bar) {
      bar = {
        saveLabel: "Save",
        discardLabel: "Discard",
        save: () => form.requestSubmit(),
        discard: () => form.reset(),
      };
      formBars.set(form, bar);
    }
    return bar;
  }
  const barForm = (event) =>
    event.target instanceof Element ? event.target.closest("form[data-save-bar]") : null;
  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, (event) => {
      const form = barForm(event);
      if (form) showBar(barOf(form));
    });
  }
  for (const kind of ["submit", "reset"]) {
    document.addEventListener(kind, (event) => {
      const form = barForm(event);
      if (form) hideBar(barOf(form));
    });
  }

  const leaveConfirmation = async () => {
    if (!openBar) return;
    shaken();
    if (!(await ask("confirm-leaving"))) throw new Error("The merchant stayed on the page");
    openBar?.discard();
  };

  // --- modals, inside the app's own page
  class Modal extends HTMLElement {
    content = document.createElement("div");
    static observedAttributes = ["variant"];
    disconnectedCallback() {
      this.hide();
    }
    attributeChangedCallback() {
      if (this.dialog) this.dialog.dataset.variant = this.variant;
    }
    get variant() {
      return this.getAttribute("variant") ?? "base";
    }
    get src() {
      return this.getAttribute("src");
    }
    get contentWindow() {
      return this.dialog?.querySelector("iframe")?.contentWindow ?? null;
    }
    async show() {
      if (this.dialog) return;
      const bar = this.querySelector("ui-title-bar");
      const dialog = document.createElement("dialog");
      dialog.className = "store-modal";
      dialog.dataset.variant = this.variant;
      const title = bar?.getAttribute("title") ?? "";
      if (title) dialog.setAttribute("aria-label", title);
      dialog.append(this.head(title), this.body(), ...this.foot(bar));
      dialog.addEventListener("close", () => this.hide());
      this.dialog = dialog;
      document.body.append(dialog);
      dialog.showModal();
      this.dispatchEvent(new Event("show"));
    }
    head(title) {
      const head = document.createElement("header");
      const heading = document.createElement("h2");
      heading.textContent = title;
      const close = document.createElement("button");
      close.type = "button";
      close.setAttribute("aria-label", "Close");
      close.textContent = "✕";
      close.onclick = () => this.hide();
      head.append(heading, close);
      return head;
    }
    body() {
      const body = document.createElement("div");
      body.className = "store-modal__body";
      if (this.src) {
        const frame = document.createElement("iframe");
        frame.src = this.src;
        body.append(frame);
        return body;
      }
      // React puts the content in by a portal; written by hand it is simply there, and is lent to the dialog.
      this.lent = [...this.childNodes].filter(
        (node) => !isBar(node) && (node.textContent?.trim() || node.childElementCount),
      );
      body.append(this.content, ...this.lent);
      return body;
    }
    foot(bar) {
      const buttons = [...(bar?.querySelectorAll("button, a") ?? [])];
      if (buttons.length === 0) return [];
      const foot = document.createElement("footer");
      for (const original of buttons.reverse()) {
        const copy = document.createElement("button");
        copy.type = "button";
        copy.textContent = original.textContent;
        copy.disabled = original.hasAttribute("disabled");
        copy.dataset.variant = original.getAttribute("variant") ?? "";
        copy.dataset.tone = original.getAttribute("tone") ?? "";
        copy.onclick = () => original.click();
        foot.append(copy);
      }
      return [foot];
    }
    async hide() {
      const { dialog } = this;
      if (!dialog) return;
      this.dialog = undefined;
      this.append(...(this.lent ?? []));
      dialog.remove();
      this.dispatchEvent(new Event("hide"));
    }
    toggle() {
      return this.dialog ? this.hide() : this.show();
    }
  }
  const isBar = (node) => node instanceof Element && ["UI-TITLE-BAR", "UI-SAVE-BAR"].includes(node.tagName);

  // --- the app's part of the admin's navigation, and the bar above the page
  class NavMenu extends HTMLElement {
    connectedCallback() {
      this.watcher = new MutationObserver(() => this.announce());
      this.watcher.observe(this, { childList: true, subtree: true, attributes: true, characterData: true });
      this.announce();
    }
    disconnectedCallback() {
      this.watcher.disconnect();
    }
    announce() {
      const items = [...this.querySelectorAll("a, s-link")].map((link) => ({
        href: link.getAttribute("href"),
        label: link.textContent.trim(),
        home: link.getAttribute("rel") === "home",
      }));
      tell("nav", { items });
    }
  }

  let titleButtons = [];
  class TitleBar extends HTMLElement {
    connectedCallback() {
      if (this.closest("ui-modal")) return;
      this.watcher = new MutationObserver(() => this.announce());
      this.watcher.observe(this, { childList: true, subtree: true, attributes: true, characterData: true });
      this.announce();
    }
    disconnectedCallback() {
      this.watcher?.disconnect();
      if (!this.closest("ui-modal") && titleBar === this) tell("title", { title: "", actions: [] });
    }
    announce() {
      titleBar = this;
      titleButtons = [...this.querySelectorAll("button, a")];
      const actions = titleButtons.map((one, at) => ({
        at,
        label: one.textContent.trim(),
        kind: one.getAttribute("variant") ?? "plain",
        tone: one.getAttribute("tone") ?? "",
        disabled: one.hasAttribute("disabled"),
      }));
      tell("title", { title: this.getAttribute("title") ?? document.title, actions });
    }
  }
  let titleBar;

  const define = (name, element) => customElements.get(name) ?? customElements.define(name, element);
  define("ui-nav-menu", NavMenu);
  define("s-app-nav", class extends NavMenu {});
  define("ui-title-bar", TitleBar);
  define("ui-save-bar", SaveBar);
  define("ui-modal", Modal);
  define("s-app-window", class extends Modal {});

  // A sheet of its own rather than an element, so that the page's markup stays as the app's server wrote it.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    ui-nav-menu, s-app-nav, ui-title-bar, ui-save-bar, ui-modal, s-app-window { display: none; }
    dialog.store-modal { border: 0; padding: 0; border-radius: 16px; width: min(38.75rem, 92vw); max-height: 86vh; box-shadow: 0 20px 60px rgb(0 0 0 / .3); color: #303030; background: #fff; font: 13px/20px Inter, system-ui, sans-serif; overflow: hidden; flex-direction: column; }
    dialog.store-modal[open] { display: flex; }
    dialog.store-modal::backdrop { background: rgb(0 0 0 / .45); }
    dialog.store-modal[data-variant="small"] { width: min(23.75rem, 92vw); }
    dialog.store-modal[data-variant="large"] { width: min(61.25rem, 94vw); }
    dialog.store-modal[data-variant="max"] { width: 98vw; height: 96vh; max-height: 96vh; }
    dialog.store-modal > header { display: flex; align-items: center; justify-content: space-between; background: #f3f3f3; padding: 12px 16px; border-bottom: 1px solid #e3e3e3; }
    dialog.store-modal > header h2 { font-size: 14px; line-height: 20px; font-weight: 650; margin: 0; }
    dialog.store-modal > header button { border: 0; background: none; font-size: 14px; width: 28px; height: 28px; border-radius: 8px; cursor: pointer; }
    dialog.store-modal > header button:hover { background: #e3e3e3; }
    dialog.store-modal .store-modal__body { overflow: auto; flex: 1; }
    dialog.store-modal .store-modal__body iframe { border: 0; width: 100%; height: 70vh; display: block; }
    dialog.store-modal > footer { display: flex; justify-content: flex-end; gap: 8px; padding: 12px 16px; border-top: 1px solid #e3e3e3; }
    dialog.store-modal > footer button { font: 550 12px/16px Inter, system-ui, sans-serif; padding: 6px 12px; border-radius: 8px; border: 1px solid #c9c9c9; background: #fff; cursor: pointer; }
    dialog.store-modal > footer button[data-variant="primary"] { background: #303030; border-color: #303030; color: #fff; }
    dialog.store-modal > footer button[data-tone="critical"] { background: #c70a24; border-color: #c70a24; color: #fff; }
    dialog.store-modal > footer button:disabled { opacity: .5; cursor: default; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

  const byId = (id) => document.getElementById(id);
  const overlay = {
    show: async (id) => byId(id)?.show?.(),
    hide: async (id) => byId(id)?.hide?.(),
    toggle: async (id) => byId(id)?.toggle?.(),
  };

  window.shopify = {
    config,
    origin: store.url,
    ready: Promise.resolve(),
    environment: { embedded: true, mobile: false, pos: false, intent: false },
    setSignals() {},
    idToken,
    user: () => ask("user"),
    loading: (on = true) => tell("loading", { on: Boolean(on) }),
    toast,
    modal: overlay,
    saveBar: { ...overlay, leaveConfirmation },
    resourcePicker: (options) => ask("resource-picker", options),
    picker: async () => ({ selected: Promise.resolve([]) }),
    scopes: {
      query: () => ask("scopes-query"),
      request: (scopes) => ask("scopes-request", { scopes }),
      revoke: (scopes) => ask("scopes-revoke", { scopes }),
    },
    app: { extensions: async () => [] },
    intents: { invoke: async () => ({ complete: Promise.resolve({ code: "closed" }) }) },
    reviews: {
      request: async () => ({ success: false, code: "cooldown-period", message: "Not on this machine" }),
    },
    support: { registerHandler: async () => {} },
    webVitals: { onReport: async () => {} },
    scanner: { capture: async () => ({ data: "" }) },
    pos: {},
    shopifyQL: { available: async () => false },
    tools: { register() {}, unregister() {}, clear() {} },
  };

  // --- the bounce page: fetch a token, and load what was wanted again with it
  const reload = fromAddress.get("shopify-reload");
  if (reload) {
    idToken().then((token) => {
      const wanted = new URL(reload, location.href);
      wanted.searchParams.set("id_token", token);
      location.replace(wanted.pathname + wanted.search);
    });
    return;
  }
  tell("ready");
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", tellPath);
  else tellPath();
})();
