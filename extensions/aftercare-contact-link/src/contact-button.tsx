/** @jsxImportSource preact */
import type { Api } from "@shopify/ui-extensions/customer-account.order.action.menu-item.render";
import { render } from "preact";

const host = globalThis as unknown as { shopify: Api };

/**
 * "Write to us" in an order's menu: opens the contact page with that order picked. What follows the other
 * extension's name is a path of its own (Shopify, custom protocols of customer account extensions).
 */
export default function contactButton(): void {
  const { i18n, orderId } = host.shopify;
  render(
    <s-button href={`extension:aftercare-contact-page/orders/${orderId.split("/").at(-1)}`}>
      {i18n.translate("contact")}
    </s-button>,
    document.body,
  );
}
