import type { Stack } from "./stack";

/** What to open, and what to do there. */
export function tour({ store, mailboxUrl, folder }: Stack): string {
  const shop = store.shop();
  return `
Aftercare is running, with a Shopify store of its own on this machine.

  Control panel   ${store.url}
  Shopify admin   ${store.adminUrl(shop.domain)}
  Storefront      ${store.storefrontUrl(shop.domain)}
  Their account   ${store.storefrontUrl(shop.domain)}/account
  Mailbox         ${mailboxUrl}

A short tour:
  1. In the control panel, place an order. The confirmation is in the mailbox seconds later.
  2. Open its "Track your order" link, or look the order up on the storefront by number and e-mail.
  3. Ship it in the control panel and let the carrier deliver it. The order page and the mailbox follow.
  4. On the order page ask for the one-time code, return an item, and write a message. Or sign in as the
     shopper at the top of the storefront: in the account, each order's page leads to its return.
  5. In the Shopify admin, open Aftercare: approve the return, answer the message, mark the parcel
     received, refund. Reply to the answer from the panel's mailbox as the shopper.

Logs and data are in ${folder}. Ctrl-C stops everything.
`;
}
