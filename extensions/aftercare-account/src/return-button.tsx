/** @jsxImportSource preact */
import type { Api } from "@shopify/ui-extensions/customer-account.order.action.menu-item.render";
import { render } from "preact";

const host = globalThis as unknown as { shopify: Api };

/** "Return or exchange" in an order's menu: opens the return page of that order. */
export default function returnButton(): void {
  const { i18n } = host.shopify;
  render(
    <s-button href="extension:aftercare-return-page/">{i18n.translate("return")}</s-button>,
    document.body,
  );
}
