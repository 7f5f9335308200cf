import { toast } from "./dom.js";

export const current = { shop: new URLSearchParams(location.search).get("shop") ?? "" };

async function call(path, init) {
  const answer = await fetch(`/panel/api/${path}`, {
    headers: { "content-type": "application/json" },
    ...init,
  });
  const result = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(result.error ?? `The store answered ${answer.status}`);
  return result;
}

export const get = (path) => call(path);
export const remove = (path) => call(path, { method: "DELETE" });
export const post = (path, body = {}) =>
  call(path, { method: "POST", body: JSON.stringify({ shop: current.shop, ...body }) });

const waiting = new Set();
/** Called after every deed, so that its traces show at once. */
export const afterDeed = (listener) => waiting.add(listener);

/** Does something for a button: the button rests meanwhile, and the outcome is said. */
export async function deed(button, work, done) {
  if (button) button.disabled = true;
  try {
    const result = await work();
    const words = typeof done === "function" ? done(result) : done;
    if (words) toast(words);
    return result;
  } catch (error) {
    toast(error.message, true);
    return undefined;
  } finally {
    if (button) button.disabled = false;
    for (const listener of waiting) listener();
  }
}
