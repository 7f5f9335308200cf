/** `h("p", { class: "muted" }, "words")`: an element with its properties and children. */
export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

export const byId = (id) => document.getElementById(id);

/**
 * Draws a list again, leaving alone every entry whose data did not change: what someone is typing into stays.
 */
export function keyed(container, entries, keyOf, draw) {
  const before = new Map([...container.children].map((child) => [child.dataset.key, child]));
  const now = entries.map((entry) => {
    const key = keyOf(entry);
    const print = JSON.stringify(entry);
    const old = before.get(key);
    if (old?.print === print) return old;
    const made = draw(entry);
    made.dataset.key = key;
    made.print = print;
    if (old instanceof HTMLDetailsElement && made instanceof HTMLDetailsElement) made.open = old.open;
    return made;
  });
  const same =
    now.length === container.children.length && now.every((child, at) => child === container.children[at]);
  if (same) return;
  const focused = document.activeElement?.dataset?.focus;
  container.replaceChildren(...now);
  if (focused) container.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
}

/** Draws something again only when its data changed. */
export function redraw(container, data, draw) {
  const print = JSON.stringify(data);
  if (container.print === print) return;
  container.print = print;
  container.replaceChildren(...[draw(data)].flat());
}

export function toast(words, bad = false) {
  const box = h("div", { class: bad ? "toast toast--bad" : "toast" }, words);
  byId("toasts").append(box);
  setTimeout(() => box.remove(), bad ? 9000 : 3500);
}

export function badge(status, tone = toneOf(status)) {
  return h("span", { class: `badge badge--${tone}` }, say(status));
}

export const say = (status) => {
  const words = String(status ?? "")
    .toLowerCase()
    .replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const tones = [
  [/^(PAID|FULFILLED|DELIVERED|RETURNED|INSPECTION_COMPLETE|delivered)$/, "good"],
  [
    /^(PENDING|UNFULFILLED|PARTIALLY_\w+|RETURN_REQUESTED|DELAYED|ATTEMPTED_DELIVERY|retrying|waiting)$/,
    "warn",
  ],
  [/^(FAILURE|RETURN_FAILED|VOIDED|CANCELLED|NOT_DELIVERED|failed|dropped)$/, "bad"],
  [
    /^(IN_TRANSIT|OUT_FOR_DELIVERY|IN_PROGRESS|CONFIRMED|LABEL_\w+|CARRIER_PICKED_UP|READY_FOR_PICKUP)$/,
    "info",
  ],
];
const toneOf = (status) => tones.find(([pattern]) => pattern.test(status))?.[1] ?? "plain";

export const showMoney = ({ amount, currencyCode }) =>
  new Intl.NumberFormat("en-GB", { style: "currency", currency: currencyCode }).format(Number(amount));

export const showTime = (at) =>
  new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(
    new Date(at),
  );

export const showDay = (at) =>
  new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(at));

export const shortId = (gid) => gid.split("/").at(-1);
