import { localAddresses } from "../admin/gateway";
import { escapeHtml } from "../http/html";
import type { Store } from "../store";
import type { Mail } from "./mailbox";

/** A mail's page, with Shopify's addresses led to this machine and links opening beside the mailbox. */
export function localMail(store: Store, mail: Mail): string {
  const html =
    mail.html ||
    `<pre dir="auto" style="white-space:pre-wrap;font:15px/1.5 system-ui">${escapeHtml(mail.text ?? "")}</pre>`;
  const cids = mail.attachments.reduce(
    (page, file) =>
      page.replaceAll(
        `cid:${file.filename}`,
        `/panel/api/mails/${mail.id}/attachments/${file.generatedFileName}`,
      ),
    html,
  );
  return `<base target="_blank">${toStorefronts(store, localAddresses(store, cids))}`;
}

/** `https://{shop}.myshopify.com/…` opens the storefront here. */
export function toStorefronts(store: Store, text: string): string {
  return store.shopify
    .shops()
    .reduce(
      (page, shop) => page.replaceAll(`https://${shop.domain}`, store.storefrontUrl(shop.domain)),
      text,
    );
}
