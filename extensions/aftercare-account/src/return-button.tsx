/** @jsxImportSource preact */
import type { Api } from "@shopify/ui-extensions/customer-account.order.action.menu-item.render";
import { render } from "preact";

const host = globalThis as unknown as { shopify: Api };

/**
 * "Return or exchange" in an order's menu: opens the return page of that order. A page that is tied to an order is
 * addressed by its target and the order's number (Shopify, custom protocols of customer account extensions).
 */
export default function returnButton(): void {
  const { i18n, orderId } = host.shopify;
  const order = orderId.split("/").at(-1);
  render(
    <s-button href={`extension:aftercare-return-page/customer-account.order.page.render/${order}/`}>
      {i18n.translate("return")}
    </s-button>,
    document.body,
  );
}
