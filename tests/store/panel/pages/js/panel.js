import { afterDeed, current, deed, get, post } from "./api.js";
import { drawApp } from "./app.js";
import { byId, h, redraw, toast } from "./dom.js";
import { drawMailbox, startMailbox } from "./mailbox.js";
import { drawOrders } from "./orders.js";
import { drawPlaceOrder, listenForOrders } from "./place-order.js";
import { drawTrouble } from "./trouble.js";
import { drawCalls, drawWebhooks } from "./webhooks.js";

let clockAhead = 0;
let looking = false;
let lookAgain = false;

/** Asks for everything and draws what changed. */
async function look() {
  if (looking) {
    lookAgain = true;
    return;
  }
  looking = true;
  try {
    const state = await get(`state${current.shop ? `?shop=${current.shop}` : ""}`);
    current.shop = state.shop.domain;
    clockAhead = state.clock.offsetMs;
    drawTop(state);
    drawPlaceOrder(state);
    await drawOrders(state);
    drawMailbox(state);
    drawWebhooks(state);
    drawCalls(state);
    drawTrouble(state);
    drawApp(state);
  } catch (error) {
    if (!document.hidden) toast(error.message, true);
  } finally {
    looking = false;
    if (lookAgain) {
      lookAgain = false;
      look();
    }
  }
}

function drawTop(state) {
  redraw(byId("shops"), { shops: state.shops, shop: state.shop.domain }, ({ shops, shop }) =>
    shops.map((one) =>
      h(
        "button",
        { type: "button", "aria-pressed": String(one.domain === shop), onclick: () => choose(one.domain) },
        one.name,
        h("small", {}, one.currency),
        one.installed ? null : h("small", {}, "no app"),
      ),
    ),
  );
  const here = state.shops.find((one) => one.domain === state.shop.domain);
  redraw(byId("links"), here, ({ adminUrl, storefrontUrl }) => [
    h("a", { class: "button primary", href: adminUrl }, "Open the app"),
    h("a", { class: "button", href: storefrontUrl, target: "_blank", rel: "noopener" }, "Storefront"),
  ]);
  drawClock();
}

function choose(shop) {
  current.shop = shop;
  history.replaceState(null, "", `?shop=${shop.split(".")[0]}`);
  look();
}

function drawClock() {
  const now = new Date(Date.now() + clockAhead);
  byId("clock-time").textContent = new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).format(now);
  const hours = Math.round(clockAhead / 3_600_000);
  const days = Math.floor(hours / 24);
  byId("clock-offset").textContent =
    hours === 0 ? "" : ` ${days > 0 ? `${days} d ` : ""}${hours % 24 ? `${hours % 24} h ` : ""}ahead`;
  byId("clock-reset").hidden = hours === 0;
}

for (const button of document.querySelectorAll("[data-advance]")) {
  button.addEventListener("click", () =>
    deed(button, () => post("clock", { hours: Number(button.dataset.advance) }), "The clock moved on"),
  );
}
byId("clock-reset").addEventListener("click", (event) =>
  deed(event.currentTarget, () => post("clock", { reset: true }), "Back to now"),
);

const tabs = [...document.querySelectorAll('[role="tab"]')];
function showTab(tab, focus = false) {
  for (const one of tabs) {
    const chosen = one === tab;
    one.setAttribute("aria-selected", String(chosen));
    one.tabIndex = chosen ? 0 : -1;
    byId(one.getAttribute("aria-controls")).hidden = !chosen;
  }
  sessionStorage.setItem("panel-tab", tab.id);
  if (focus) tab.focus();
}
for (const [at, tab] of tabs.entries()) {
  tab.addEventListener("click", () => showTab(tab));
  tab.addEventListener("keydown", ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (step) showTab(tabs[(at + step + tabs.length) % tabs.length], true);
  });
}
showTab(byId(sessionStorage.getItem("panel-tab") ?? "tab-mail") ?? tabs[0]);

listenForOrders();
startMailbox(() => showTab(byId("tab-mail")));
afterDeed(look);
setInterval(drawClock, 1000);
new EventSource("/panel/api/live").addEventListener("changed", look);
setInterval(() => document.hidden || look(), 5000);
look();
