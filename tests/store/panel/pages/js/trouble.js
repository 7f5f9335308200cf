import { deed, post } from "./api.js";
import { byId, h, redraw } from "./dom.js";

/** What can go wrong at Shopify, by chance or exactly now. */
export function drawTrouble(state) {
  const { faults } = state;
  const active =
    ["errorPercent", "timeoutPercent", "throttledPercent"].filter((name) => faults[name] > 0).length +
    (faults.delayMs > 0 ? 1 : 0);
  byId("trouble-count").textContent = active > 0 ? String(active) : "";
  redraw(byId("trouble"), faults, panel);
}

function panel(faults) {
  const change = (wish, words) => (event) =>
    deed(
      event.currentTarget instanceof HTMLButtonElement ? event.currentTarget : undefined,
      () => post("faults", wish),
      words,
    );
  const slider = (label, about, name) =>
    h(
      "label",
      { class: "slider" },
      h("span", {}, h("strong", {}, label), h("small", {}, about)),
      h("input", {
        type: "range",
        min: 0,
        max: 100,
        step: 5,
        value: faults[name],
        oninput: (event) => {
          event.target.nextElementSibling.textContent = `${event.target.value} %`;
        },
        onchange: (event) =>
          deed(
            undefined,
            () => post("faults", { [name]: Number(event.target.value) }),
            `${label}: ${event.target.value} %`,
          ),
      }),
      h("output", {}, `${faults[name]} %`),
    );
  return [
    h("h2", {}, "When Shopify stumbles"),
    h("p", { class: "muted" }, "Chances for every call the app makes to the Admin API."),
    slider("Errors", "Shopify answers 503", "errorPercent"),
    slider("Time-outs", `No answer, the line is cut after ${faults.timeoutMs / 1000} s`, "timeoutPercent"),
    slider("Throttled", "200 with a THROTTLED error", "throttledPercent"),
    h(
      "div",
      { class: "row" },
      h(
        "label",
        {},
        "Every answer takes",
        h(
          "span",
          { class: "unit" },
          h("input", {
            type: "number",
            min: 0,
            step: 100,
            value: faults.delayMs,
            onchange: (event) =>
              deed(undefined, () => post("faults", { delayMs: Number(event.target.value) }), "Slowed"),
          }),
          "ms longer",
        ),
      ),
    ),
    h("h3", {}, "Only the next call"),
    h(
      "div",
      { class: "actions" },
      h(
        "button",
        { type: "button", onclick: change({ next: { kind: "error" } }, "The next call fails") },
        "Fails",
      ),
      h(
        "button",
        { type: "button", onclick: change({ next: { kind: "timeout" } }, "The next call hangs") },
        "Hangs",
      ),
      h(
        "button",
        { type: "button", onclick: change({ next: { kind: "throttled" } }, "The next call is throttled") },
        "Is throttled",
      ),
    ),
    h("h3", {}, "Access"),
    h(
      "div",
      { class: "actions" },
      h(
        "button",
        {
          type: "button",
          onclick: (event) =>
            deed(
              event.currentTarget,
              () => post("revoke-tokens"),
              ({ tokensRevoked }) => `${tokensRevoked} tokens closed`,
            ),
        },
        "Revoke the app's tokens",
      ),
      h(
        "button",
        { type: "button", class: "quiet", onclick: change({ clear: true }, "All calm") },
        "Calm everything",
      ),
    ),
  ];
}
