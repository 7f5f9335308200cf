import { deed, get, post } from "./api.js";
import { byId, h, redraw } from "./dom.js";

/** Installing, privacy, and where everything is. */
export function drawApp(state) {
  const shop = state.shops.find((one) => one.domain === state.shop.domain);
  redraw(
    byId("app"),
    {
      shop,
      scopes: state.scopes,
      appUrl: state.appUrl,
      mailboxUrl: state.mailboxUrl,
      proxyPrefix: state.proxyPrefix,
    },
    panel,
  );
}

function panel({ shop, scopes, appUrl, mailboxUrl, proxyPrefix }) {
  const act = (label, verb, body, done, kind = "") =>
    h(
      "button",
      {
        type: "button",
        class: kind,
        onclick: (event) => deed(event.currentTarget, () => post(verb, body), done),
      },
      label,
    );
  const person = h("select", { "aria-label": "Customer" });
  get(`customers?shop=${shop.domain}`).then((people) =>
    person.append(
      ...people.map((one) =>
        h("option", { value: one.id }, `${one.displayName} (${one.email ?? "no e-mail"})`),
      ),
    ),
  );
  const about = (label, topic) =>
    h(
      "button",
      {
        type: "button",
        onclick: (event) =>
          deed(
            event.currentTarget,
            () => post("privacy", { topic, customer: person.value }),
            `${topic} sent`,
          ),
      },
      label,
    );
  const place = (label, url) => [
    h("dt", {}, label),
    h("dd", {}, url ? h("a", { href: url, target: "_blank", rel: "noopener" }, url) : "none"),
  ];
  return [
    h("h2", {}, shop.installed ? `Installed at ${shop.name}` : `Not installed at ${shop.name}`),
    h(
      "div",
      { class: "actions" },
      shop.installed
        ? act("Uninstall", "uninstall", {}, "Uninstalled; its tokens are closed", "danger")
        : act("Install", "install", {}, "Installed", "primary"),
      act("Erase the shop (shop/redact)", "privacy", { topic: "shop/redact" }, "shop/redact sent"),
    ),
    h("h3", {}, "A customer's data"),
    h(
      "div",
      { class: "actions" },
      person,
      about("Ask for it", "customers/data_request"),
      about("Erase it", "customers/redact"),
    ),
    h("h3", {}, "Where everything is"),
    h(
      "dl",
      { class: "places" },
      place("The app", appUrl),
      place("Admin", shop.adminUrl),
      place("Storefront", shop.storefrontUrl),
      place("App proxy", `${shop.storefrontUrl}${proxyPrefix}`),
      place("Mailbox", mailboxUrl),
    ),
    h("h3", {}, "Permissions"),
    h("p", { class: "mono muted" }, scopes.join(", ")),
  ];
}
