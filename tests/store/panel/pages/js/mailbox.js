import { deed, get, remove } from "./api.js";
import { byId, h, keyed, redraw, showDay } from "./dom.js";
import { newMailForm, replyForm } from "./write-mail.js";

/** What the app wrote, and a pen for the shopper's hand. */
let known;
let chosen;
let reveal = () => {};

export function startMailbox(show) {
  reveal = show;
  byId("mail").append(
    h(
      "div",
      { class: "row mail-tools" },
      h(
        "button",
        { type: "button", class: "primary", id: "mail-new", onclick: () => compose() },
        "Write a new mail",
      ),
      h("span", { id: "mail-links", class: "row" }),
      h(
        "button",
        {
          type: "button",
          class: "quiet",
          onclick: (event) => deed(event.currentTarget, () => remove("mails"), "Mailbox emptied"),
        },
        "Empty",
      ),
    ),
    h(
      "div",
      { class: "mailbox" },
      h("div", { class: "mail-list", id: "mail-list" }),
      h(
        "div",
        { class: "mail-view", id: "mail-view" },
        h("p", { class: "empty" }, "Choose a mail to read it."),
      ),
    ),
  );
  setInterval(() => document.hidden || byId("mail").hidden || list(), 2500);
}

export function drawMailbox(state) {
  known = state;
  byId("mail-new").disabled = !state.takesMail;
  byId("mail-new").title = state.takesMail ? "" : "This store does not know where the app takes in mail";
  redraw(byId("mail-links"), state.mailboxUrl, (url) =>
    url
      ? h("a", { href: url, target: "_blank", rel: "noopener" }, "MailDev")
      : h("span", { class: "muted" }, "No mailbox is attached."),
  );
  list();
}

async function list() {
  if (!known?.mailboxUrl) return;
  const mails = await get("mails").catch(() => undefined);
  const box = byId("mail-list");
  if (!mails) return box.replaceChildren(h("p", { class: "empty" }, "The mailbox does not answer."));
  const unread = mails.filter((mail) => !mail.read).length;
  byId("mail-count").textContent = unread > 0 ? String(unread) : "";
  if (mails.length === 0)
    return box.replaceChildren(
      h("p", { class: "empty" }, "No mail yet. Place an order, and see what the app writes."),
    );
  keyed(
    box,
    mails.map((mail) => ({ ...mail, chosen: mail.id === chosen })),
    (mail) => mail.id,
    row,
  );
}

function row(mail) {
  const to = mail.to[0];
  return h(
    "button",
    {
      type: "button",
      class: `mail-row${mail.read ? "" : " unread"}`,
      "aria-current": mail.chosen ? "true" : null,
      "data-focus": mail.id,
      onclick: () => open(mail.id),
    },
    h(
      "span",
      { class: "mail-row__to" },
      h("bdi", {}, to?.name || to?.address || "no one"),
      h("time", {}, showDay(mail.time)),
    ),
    h("span", { class: "mail-row__subject", dir: "auto" }, mail.subject || "(no subject)"),
    h("span", { class: "mail-row__preview", dir: "auto" }, mail.preview),
  );
}

const person = ({ name, address }) => (name ? `${name} <${address}>` : address);

async function open(id) {
  chosen = id;
  const mail = await deed(undefined, () => get(`mails/${id}`));
  if (!mail) return;
  const frame = h("iframe", {
    title: "Mail",
    sandbox: "allow-popups allow-popups-to-escape-sandbox",
    src: `/panel/api/mails/${id}/html`,
  });
  const text = h(
    "pre",
    { class: "mail-text", dir: "auto", hidden: true, tabindex: 0 },
    mail.text ?? "(no text part)",
  );
  const choose = (plain) => {
    frame.hidden = plain;
    text.hidden = !plain;
  };
  byId("mail-view").replaceChildren(
    h(
      "header",
      { class: "mail-head" },
      h("h3", { dir: "auto" }, mail.subject),
      h(
        "p",
        { class: "muted" },
        "From ",
        h("bdi", {}, mail.from.map(person).join(", ")),
        h("br"),
        "To ",
        h("bdi", {}, mail.to.map(person).join(", ")),
      ),
      h(
        "div",
        { class: "row" },
        h(
          "div",
          { class: "segments" },
          segment("HTML", true, () => choose(false)),
          segment("Text", false, () => choose(true)),
        ),
        h("a", { href: `/panel/api/mails/${id}/source`, target: "_blank", rel: "noopener" }, "Source"),
      ),
    ),
    mail.attachments.length > 0
      ? h(
          "ul",
          { class: "attachments" },
          mail.attachments.map((file) =>
            h(
              "li",
              {},
              h(
                "a",
                {
                  href: `/panel/api/mails/${id}/attachments/${encodeURIComponent(file.generatedFileName)}`,
                  target: "_blank",
                  rel: "noopener",
                },
                file.filename,
              ),
              h("span", { class: "muted" }, ` ${file.contentType}`),
            ),
          ),
        )
      : "",
    frame,
    text,
    known.takesMail
      ? replyForm(mail)
      : h("p", { class: "muted" }, "Replies need to know where the app takes in mail."),
  );
}

function segment(label, pressed, onclick) {
  return h(
    "button",
    {
      type: "button",
      "aria-pressed": String(pressed),
      onclick: (event) => {
        for (const other of event.currentTarget.parentElement.children)
          other.setAttribute("aria-pressed", String(other === event.currentTarget));
        onclick();
      },
    },
    label,
  );
}

/** Opens the form for a new mail, from somewhere else in the panel. */
export function writeTo(mail) {
  reveal();
  compose(mail);
}

function compose(mail = {}) {
  chosen = undefined;
  const form = newMailForm({ to: known?.supportAddress, ...mail });
  byId("mail-view").replaceChildren(form);
  form.elements.text.focus();
}
