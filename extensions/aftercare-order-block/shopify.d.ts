import "@shopify/ui-extensions";

// Which of Shopify's APIs the module sees as `shopify`.
declare module "./src/order-block.tsx" {
  const shopify: import("@shopify/ui-extensions/admin.order-details.block.render").Api;
}
