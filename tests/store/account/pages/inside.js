import { defineComponents } from "./components.js";

/** In the sandbox of a customer account extension: what Shopify gives it, before it runs. */
const known = JSON.parse(document.getElementById("known").textContent);

/** Asks the page around for what only it may do. */
const outside = (wish, value) =>
  new Promise((done, failed) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => (data.error ? failed(new Error(data.error)) : done(data.value));
    parent.postMessage({ wish, value }, "*", [port2]);
  });

const signal = (value) => ({ value, subscribe: () => () => undefined });
globalThis.shopify = {
  extension: { target: known.target },
  orderId: known.order,
  order: signal({ id: known.order }),
  localization: {
    language: signal({ isoCode: known.language }),
    extensionLanguage: signal({ isoCode: known.language }),
  },
  i18n: {
    translate: (key, values = {}) => {
      if (known.words[key] === undefined) throw new Error(`No words for ${key}`);
      return known.words[key].replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name) => String(values[name] ?? ""));
    },
  },
  sessionToken: { get: () => outside("token") },
  navigation: { navigate: (href) => outside("navigate", href) },
  requireLogin: () => outside("requireLogin"),
};

// A page of the app's own knows its address (Shopify's Navigation API, in the place of the browser's).
Object.defineProperty(globalThis, "navigation", {
  configurable: true,
  value: {
    navigate: (href) => outside("navigate", href),
    currentEntry: { key: "now", url: `extension:/${known.path}`, getState: () => null },
  },
});

// Shopify answers its own protocol; everything else goes out as far as the frame's policy lets it.
const realFetch = globalThis.fetch.bind(globalThis);
globalThis.fetch = async (input, init) => {
  if (!String(input).startsWith("shopify://customer-account/api/")) return realFetch(input, init);
  return Response.json(await outside("accountApi", JSON.parse(init.body)));
};

// An extension lives in a worker: of a document it can only add elements that Shopify has.
const drawn = defineComponents({ leadTo: (href) => outside("navigate", href) });
const create = document.createElement.bind(document);
const allowed = (name) => {
  if (!known.components.includes(name)) throw new Error(`Shopify has no <${name}> for customer accounts`);
  if (!drawn.has(name)) throw new Error(`The store on this machine does not draw <${name}> yet`);
  return create(name);
};
document.createElement = allowed;
document.createElementNS = (_namespace, name) => allowed(name);
for (const name of ["querySelector", "querySelectorAll", "getElementById"])
  document[name] = () => {
    throw new Error(`An extension has no document.${name}`);
  };

document.getElementsByTagName("script")[0].remove();
document.getElementsByTagName("script")[0].remove();
const tell = () => parent.postMessage({ height: document.documentElement.offsetHeight }, "*");
new ResizeObserver(tell).observe(document.documentElement);
addEventListener("message", tell);

const { default: start } = await import(`../extensions/${known.target}/script.js?handle=${known.handle}`);
await start();
