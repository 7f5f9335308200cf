/**
 * Loaded ahead of the app (`node --import ./tests/store/preload.mjs`): what the app sends to Shopify goes to the
 * store on this machine at AFTERCARE_STORE_ORIGIN, and what it sends to any other host that is not this machine
 * is refused. The app itself knows nothing of it.
 */
const origin = process.env.AFTERCARE_STORE_ORIGIN;
if (!origin)
  throw new Error("AFTERCARE_STORE_ORIGIN must name the store on this machine, e.g. http://127.0.0.1:4000");

const shopify = /(^|\.)(myshopify\.com|shopify\.com)$/;
const thisMachine = /^(localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/;
const realFetch = globalThis.fetch;

globalThis.fetch = async function fetch(input, init) {
  const address = new URL(input instanceof Request ? input.url : String(input));
  if (thisMachine.test(address.hostname) || address.protocol === "data:" || address.protocol === "blob:") {
    return realFetch(input, init);
  }
  if (!shopify.test(address.hostname)) {
    throw new TypeError(`fetch failed: ${address.origin} is out of reach, only this machine may be called`);
  }
  const request = new Request(input, init);
  const headers = new Headers(request.headers);
  headers.set("x-forwarded-shop-host", address.host);
  const detour = { method: request.method, headers, redirect: request.redirect, signal: request.signal };
  if (request.body) Object.assign(detour, { body: request.body, duplex: "half" });
  return realFetch(new URL(address.pathname + address.search, origin), detour);
};
