/** Around an admin extension: what Shopify gives it (`shopify`, a session token on requests to the app, links). */
const known = JSON.parse(document.getElementById("known").textContent);

globalThis.shopify = {
  data: { selected: known.selected },
  extension: { target: known.target },
  i18n: {
    translate: (key, values = {}) =>
      String(known.words[key] ?? `translation missing: ${key}`).replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name) =>
        String(values[name] ?? ""),
      ),
  },
};

async function sessionToken() {
  const answer = await realFetch("/panel/api/session-token", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ shop: known.shop, userId: parent.document.getElementById("staff")?.value }),
  });
  return (await answer.json()).token;
}

// A relative address is at the app, and a request there carries a session token.
const realFetch = window.fetch.bind(window);
window.fetch = async (input, init) => {
  if (typeof input !== "string" || !input.startsWith("/")) return realFetch(input, init);
  const headers = new Headers(init?.headers);
  headers.set("authorization", `Bearer ${await sessionToken()}`);
  return realFetch(known.gateway + input, { ...init, headers });
};

// `app:` is the app's own page in the admin.
const leadTo = (link) => {
  const href = link.getAttribute("href") ?? "";
  parent.location.href = href.startsWith("app:")
    ? `${known.app}/${href.slice(4).replace(/^\/+/, "")}`
    : new URL(href, parent.location.href).href;
};
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("s-link[href]") : null;
  if (link) leadTo(link);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target instanceof Element && event.target.matches("s-link, s-button"))
    event.target.click();
});

/** What Shopify's own components bring along: roles, names, and a place in the tab order. */
function dress() {
  for (const [name, role] of [
    ["s-link", "link"],
    ["s-button", "button"],
    ["s-spinner", "status"],
    ["s-banner", "alert"],
  ])
    for (const one of document.querySelectorAll(name)) {
      one.setAttribute("role", role);
      if (role === "link" || role === "button") one.tabIndex = 0;
      const label = one.getAttribute("accessibilitylabel");
      if (label) one.setAttribute("aria-label", label);
    }
  if (frameElement) frameElement.style.height = `${document.documentElement.offsetHeight}px`;
}
new MutationObserver(dress).observe(document.body, { childList: true, subtree: true, characterData: true });
new ResizeObserver(dress).observe(document.documentElement);

const { default: start } = await import(`/store/${known.shop}/extensions/${known.target}/script.js`);
await start();
