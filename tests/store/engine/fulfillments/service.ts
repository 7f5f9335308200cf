import type { ShopState } from "../state/shop";

/** The merchant packs and ships: the only fulfilment service of this store. */
export function manualService(shop: ShopState) {
  return {
    id: "gid://shopify/FulfillmentService/manual",
    handle: "manual",
    serviceName: "Manual",
    type: "MANUAL",
    trackingSupport: false,
    inventoryManagement: false,
    requiresShippingMethod: true,
    fulfillmentOrdersOptIn: true,
    callbackUrl: null,
    location: shop.primaryLocation,
  };
}
