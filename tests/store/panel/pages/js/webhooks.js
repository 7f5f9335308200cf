import { deed, get, post, remove } from "./api.js";
import { badge, byId, h, keyed, redraw, showTime } from "./dom.js";

/** Every webhook, what the app said to it, and the switches that make the post unreliable. */
export function drawWebhooks(state) {
  const section = byId("webhooks");
  if (!section.firstChild)
    section.append(h("div", { id: "switches" }), h("div", { class: "log", id: "webhook-log" }));
  redraw(byId("switches"), state.switches, switches);
  const troubled = state.webhooks.filter((one) => one.state === "retrying" || one.state === "failed").length;
  byId("webhook-count").textContent = troubled > 0 ? `${troubled} failing` : "";
  const log = byId("webhook-log");
  if (state.webhooks.length === 0)
    log.replaceChildren(
      h(
        "p",
        { class: "empty" },
        state.standsAlone
          ? "This store stands alone: it was opened without an app to tell."
          : "Nothing has happened yet.",
      ),
    );
  else
    keyed(
      log,
      state.webhooks.map((one, at) => ({
        ...one,
        key: `${one.id}-${one.copyOf ? at - state.webhooks.length : ""}`,
      })),
      (one) => one.key,
      entry,
    );
}

function switches(now) {
  const number = (label, name, unit, max) =>
    h(
      "label",
      {},
      label,
      h(
        "span",
        { class: "unit" },
        h("input", {
          type: "number",
          min: name === "copies" ? 1 : 0,
          max,
          value: now[name] / (unit.scale ?? 1),
          onchange: (event) => change({ [name]: Number(event.target.value) * (unit.scale ?? 1) }),
        }),
        unit.label,
      ),
    );
  const toggle = (label, name) =>
    h(
      "label",
      { class: "check" },
      h("input", {
        type: "checkbox",
        checked: now[name],
        onchange: (event) => change({ [name]: event.target.checked }),
      }),
      label,
    );
  const change = (wish) => deed(undefined, () => post("webhooks", wish), "Switched");
  return h(
    "div",
    { class: "switches row" },
    number("Each is sent", "copies", { label: "times" }, 100),
    number("Lost on the way", "dropPercent", { label: "%" }, 100),
    number("Delayed by", "delayMs", { label: "s", scale: 1000 }, 86400),
    toggle("Out of order", "reorder"),
    toggle("Copies with ids of their own", "freshIds"),
    toggle("Hold everything", "hold"),
    h(
      "button",
      {
        type: "button",
        class: "quiet",
        onclick: (event) => deed(event.currentTarget, () => remove("webhooks"), "Log cleared"),
      },
      "Clear log",
    ),
  );
}

function entry(one) {
  const last = one.attempts.at(-1);
  const answer = last ? (last.status ?? last.error) : "—";
  const body = h("div", { class: "webhook__body" });
  return h(
    "details",
    { class: "webhook", ontoggle: (event) => event.target.open && showBody(one, body) },
    h(
      "summary",
      {},
      h("span", { class: "mono webhook__topic" }, one.topic),
      one.copyOf ? h("span", { class: "badge badge--plain" }, "copy") : null,
      badge(one.state),
      h("span", { class: "mono webhook__answer" }, `${answer}${last ? ` · ${last.ms} ms` : ""}`),
      h("time", { class: "muted" }, showTime(one.triggeredAt)),
    ),
    body,
  );
}

async function showBody(one, body) {
  const full = await get(`webhooks/${one.id}`);
  const parts = [
    h(
      "p",
      { class: "muted" },
      `Event ${full.eventId} · webhook ${full.id} · ${full.subscription ?? "no name"} → ${full.uri}`,
    ),
    full.attempts.length > 0
      ? h(
          "ol",
          { class: "attempts" },
          full.attempts.map((try_) =>
            h("li", {}, `${showTime(try_.at)}: ${try_.status ?? try_.error} in ${try_.ms} ms`),
          ),
        )
      : null,
    full.dueAt ? h("p", {}, `Next try at ${showTime(full.dueAt)} on the store's clock.`) : null,
    h("pre", { tabindex: 0 }, JSON.stringify(JSON.parse(full.body), null, 2)),
    h(
      "button",
      {
        type: "button",
        onclick: (event) => deed(event.currentTarget, () => post(`webhooks/${one.id}/resend`), "Sent again"),
      },
      "Send again",
    ),
  ];
  body.replaceChildren(...parts.filter(Boolean));
}

export function drawCalls(state) {
  redraw(byId("calls"), state.calls, (calls) =>
    calls.length === 0
      ? h("p", { class: "empty" }, "The app has not asked the Admin API for anything yet.")
      : h(
          "div",
          { class: "log" },
          calls.map((call) =>
            h(
              "p",
              { class: "call" },
              h("span", { class: "mono" }, call.operation),
              h(
                "span",
                {
                  class: `badge badge--${call.status === 200 && !call.errors && !call.fault ? "good" : "bad"}`,
                },
                call.fault ?? (call.errors ? `${call.errors} errors` : String(call.status || "cut")),
              ),
              h("span", { class: "mono muted" }, `${Math.round(call.ms)} ms`),
              h("time", { class: "muted" }, showTime(call.at)),
            ),
          ),
        ),
  );
}
