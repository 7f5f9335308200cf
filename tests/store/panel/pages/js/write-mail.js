import { current, deed, post } from "./api.js";
import { h } from "./dom.js";

/** The form in which a shopper answers a mail. */
export function replyForm(mail) {
  const text = h("textarea", {
    name: "text",
    rows: 4,
    required: true,
    dir: "auto",
    placeholder: "Dear shop, …",
  });
  const files = h("input", { type: "file", multiple: true, "aria-label": "Attach" });
  return h(
    "form",
    {
      class: "write",
      onsubmit: (event) => {
        event.preventDefault();
        deed(
          event.submitter,
          async () => {
            const sent = await post("reply", {
              id: mail.id,
              text: text.value,
              attachments: await bytes(files),
            });
            text.value = "";
            return sent;
          },
          ({ to }) => `Sent to ${to}`,
        );
      },
    },
    h("label", {}, `Reply as ${mail.to[0]?.name || mail.to[0]?.address}`, text),
    h("div", { class: "row" }, files, h("button", { class: "primary" }, "Send reply")),
  );
}

/** The form in which a shopper writes a new mail. */
export function newMailForm({
  from = { name: "Ada Whitcombe", address: "ada.whitcombe@shopper.example" },
  to = "",
  subject = "",
} = {}) {
  const field = (label, name, value, type = "text") =>
    h("label", {}, label, h("input", { name, value, type, required: true }));
  const files = h("input", { type: "file", multiple: true, "aria-label": "Attach" });
  const form = h(
    "form",
    {
      class: "write",
      onsubmit: (event) => {
        event.preventDefault();
        const fields = Object.fromEntries(new FormData(form));
        deed(
          event.submitter,
          async () => {
            const sent = await post("write", {
              shop: current.shop,
              from: { name: fields.name, address: fields.address },
              to: fields.to,
              subject: fields.subject,
              text: fields.text,
              attachments: await bytes(files),
            });
            form.reset();
            return sent;
          },
          "Mail sent",
        );
      },
    },
    h("h3", {}, "A shopper writes"),
    h(
      "div",
      { class: "row" },
      field("Name", "name", from.name),
      field("From", "address", from.address, "email"),
    ),
    h("div", { class: "row" }, field("To", "to", to, "email"), field("Subject", "subject", subject)),
    h("label", {}, "Text", h("textarea", { name: "text", rows: 7, required: true, dir: "auto" })),
    h("div", { class: "row" }, files, h("button", { class: "primary" }, "Send mail")),
  );
  return form;
}

async function bytes(input) {
  const read = (file) =>
    new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () =>
        resolve({
          filename: file.name,
          contentType: file.type || undefined,
          content: String(reader.result).split(",")[1] ?? "",
        });
      reader.readAsDataURL(file);
    });
  const files = await Promise.all([...input.files].map(read));
  return files.length > 0 ? files : undefined;
}
