/** The frame around the app: the other end of what app-bridge.js says. */
import { toast } from "./admin.js";

const frame = JSON.parse(document.getElementById("frame").textContent);
const app = document.getElementById("app");
const staff = document.getElementById("staff");
const appNav = document.getElementById("app-nav");
const home = document.getElementById("app-home");
const title = document.getElementById("title");
const actions = document.getElementById("title-actions");
const saveBar = document.getElementById("save-bar");
const save = document.getElementById("save-bar-save");
const discard = document.getElementById("save-bar-discard");
const loading = document.getElementById("loading");
const asking = document.getElementById("ask");

const say = (type, data = {}, id = undefined) =>
  app.contentWindow.postMessage({ store: 1, type, id, data }, frame.gateway);

async function panel(path, body) {
  const answer = await fetch(`/panel/api/${path}`, {
    method: body ? "POST" : "GET",
    headers: { "content-type": "application/json" },
    ...(body ? { body: JSON.stringify({ shop: frame.shop, ...body }) } : {}),
  });
  const result = await answer.json();
  if (!answer.ok) throw new Error(result.error ?? "The store refused");
  return result;
}

const sessionToken = async () => (await panel("session-token", { userId: staff.value })).token;

async function open(inside) {
  const address = new URL(inside, frame.gateway);
  const shopifys = {
    shop: frame.shop,
    host: frame.host,
    embedded: "1",
    locale: "en",
    id_token: await sessionToken(),
  };
  for (const [name, value] of Object.entries(shopifys)) address.searchParams.set(name, value);
  app.src = address.href;
}

// --- what the app says
let items = [];
let path = frame.inside;
const told = {
  path({ path: now, title: pageTitle }) {
    path = now;
    const inside = now === "/" || now.startsWith("/auth/") ? "" : now;
    history.replaceState(null, "", frame.base + inside);
    if (pageTitle) document.title = `${pageTitle} · ${shopName()}`;
    drawNav();
  },
  nav(data) {
    items = data.items;
    drawNav();
  },
  title(data) {
    title.textContent = data.title || "Aftercare";
    actions.replaceChildren(...data.actions.map(actionButton));
  },
  toast(data) {
    toast({
      ...data,
      onAction: () => say("toast-action", { id: data.id }),
      onGone: () => say("toast-gone", { id: data.id }),
    });
  },
  "toast-hide": ({ id }) => document.getElementById(id)?.remove(),
  "save-bar"(data) {
    saveBar.hidden = !data.open;
    document.body.classList.toggle("saving-bar", data.open);
    if (!data.open) return;
    save.textContent = data.saving ? "Saving…" : data.saveLabel;
    save.disabled = Boolean(data.saving || data.saveDisabled);
    discard.textContent = data.discardLabel;
  },
  "save-bar-shake": shake,
  loading: ({ on }) => {
    loading.hidden = !on;
  },
  leave: ({ href }) => {
    location.href = href;
  },
  ready: () => {
    loading.hidden = true;
    saveBar.hidden = true;
    document.body.classList.remove("saving-bar");
  },
};

// --- what the app asks
const asked = {
  "id-token": sessionToken,
  user: async () => ({
    id: Number(staff.value),
    accountAccess: staff.selectedIndex === 0 ? "full" : "limited",
  }),
  "confirm-leaving": () =>
    confirmDialog(
      "Leave page with unsaved changes?",
      "Leaving this page will delete all unsaved changes.",
      "Leave page",
    ),
  "resource-picker": pickResource,
  "scopes-query": scopes,
  "scopes-request": async ({ scopes: wanted }) => {
    const yes = await confirmDialog("Aftercare asks for more permissions", wanted.join(", "), "Allow");
    if (yes) await panel("scopes", { grant: wanted });
    return { result: yes ? "granted-all" : "declined-all", detail: await scopes() };
  },
  "scopes-revoke": async ({ scopes: unwanted }) => {
    await panel("scopes", { withdraw: unwanted });
    return { detail: await scopes() };
  },
};

async function scopes() {
  const { scopes: granted } = await panel(`state?shop=${frame.shop}`);
  return {
    granted,
    required: granted.filter((one) => !frame.optionalScopes.includes(one)),
    optional: frame.optionalScopes,
  };
}

addEventListener("message", async (event) => {
  const message = event.data;
  if (event.origin !== frame.gateway || event.source !== app.contentWindow || message?.store !== 1) return;
  if (message.id === undefined) return told[message.type]?.(message.data);
  const answer = await asked[message.type]?.(message.data);
  say("answer", answer, message.id);
});

// --- the frame's own parts
function drawNav() {
  const here = new URL(path, frame.gateway).pathname;
  const links = items.filter((item) => !item.home);
  const best = items
    .filter(({ href }) => here === stem(href) || here.startsWith(`${stem(href)}/`))
    .sort((one, other) => other.href.length - one.href.length)[0];
  appNav.replaceChildren(
    ...links.map((item) => {
      const line = document.createElement("li");
      const link = navLink(item.href, item.label);
      if (item === best) link.setAttribute("aria-current", "page");
      line.append(link);
      return line;
    }),
  );
  home.toggleAttribute("aria-current", !best || best.home);
  if (!best || best.home) home.setAttribute("aria-current", "page");
  const first = items.find((item) => item.home);
  if (first) home.onclick = (event) => go(event, first.href);
}

const stem = (href) => new URL(href, frame.gateway).pathname;

function navLink(href, label) {
  const link = document.createElement("a");
  link.href = frame.base + href;
  link.textContent = label;
  link.addEventListener("click", (event) => go(event, href));
  return link;
}

function go(event, href) {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  document.body.classList.remove("menu-open");
  if (!saveBar.hidden) return shake();
  say("navigate", { href });
}

function actionButton({ at, label, kind, tone, disabled }) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `button ${kind} ${tone}`;
  made.textContent = kind === "breadcrumb" ? `← ${label}` : label;
  made.disabled = disabled;
  made.onclick = () => say("title-action", { at });
  return made;
}

save.onclick = () => say("save-bar-action", { save: true });
discard.onclick = () => say("save-bar-action", { save: false });

function shake() {
  saveBar.classList.remove("shaken");
  void saveBar.offsetWidth;
  saveBar.classList.add("shaken");
  discard.focus();
}

function confirmDialog(heading, words, yes) {
  return new Promise((resolve) => {
    const form = dialogForm(heading, [paragraph(words)], yes);
    asking.replaceChildren(form);
    asking.onclose = () => resolve(asking.returnValue === "yes");
    asking.returnValue = "";
    asking.showModal();
  });
}

async function pickResource(options = {}) {
  const { products } = await panel(`catalogue?shop=${frame.shop}`);
  const ofVariants = options.type === "variant";
  const choices = ofVariants
    ? products.flatMap((product) => product.variants.map((variant) => ({ product, variant })))
    : products.map((product) => ({ product }));
  const boxes = choices.map(({ product, variant }, at) => {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = options.multiple ? "checkbox" : "radio";
    box.name = "choice";
    box.value = String(at);
    label.append(box, ` ${product.title}${variant ? ` · ${variant.title} (${variant.sku})` : ""}`);
    return label;
  });
  const list = document.createElement("div");
  list.className = "choices";
  list.append(...boxes);
  const form = dialogForm(ofVariants ? "Choose a variant" : "Choose a product", [list], "Add");
  asking.replaceChildren(form);
  asking.returnValue = "";
  asking.showModal();
  await new Promise((resolve) => {
    asking.onclose = resolve;
  });
  if (asking.returnValue !== "yes") return undefined;
  return new FormData(form).getAll("choice").map((at) => {
    const { product, variant } = choices[Number(at)];
    return variant ? { ...variant, displayName: `${product.title} - ${variant.title}`, product } : product;
  });
}

function dialogForm(heading, content, yes) {
  const form = document.createElement("form");
  form.method = "dialog";
  const top = document.createElement("h2");
  top.textContent = heading;
  const foot = document.createElement("p");
  foot.className = "dialog-buttons";
  foot.append(submit("", "Cancel"), submit("yes", yes, "primary"));
  form.append(top, ...content, foot);
  return form;
}

function submit(value, label, kind = "") {
  const made = document.createElement("button");
  made.value = value;
  made.className = `button ${kind}`;
  made.textContent = label;
  return made;
}

function paragraph(words) {
  const made = document.createElement("p");
  made.textContent = words;
  return made;
}

const shopName = () => document.getElementById("shops").selectedOptions[0]?.textContent ?? "";

loading.hidden = false;
open(frame.inside);
