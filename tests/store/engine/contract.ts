/**
 * What the engine promises to whoever stands in front of it: an HTTP shell, a test, a demo script.
 */

export interface ShopifyOptions {
  /** The engine's only clock; move it to move the shop through time. */
  now?: () => Date;
  /** Restore rate of the cost bucket, which holds twenty seconds' worth. Standard plan: 100. */
  planPointsPerSecond?: number;
}

export interface NewShop {
  /** `something.myshopify.com` */
  domain: string;
  name: string;
  /** ISO 4217 */
  currency: string;
  /** ISO 3166 alpha-2 */
  country: string;
  /** IANA */
  timezone: string;
  email: string;
  /** Primary locale of the shop, `en` unless told. */
  locale?: string;
  /** Currencies shoppers may pay in besides the shop's own. */
  presentmentCurrencies?: string[];
  /** Where the online store answers; `https://` and the domain unless told. */
  primaryUrl?: string;
}

export interface ShopSummary {
  id: string;
  domain: string;
  name: string;
  currency: string;
  country: string;
  timezone: string;
  email: string;
  locale: string;
  presentmentCurrencies: string[];
}

export interface CatalogueVariant {
  id: string;
  title: string;
  sku: string;
  /** Decimal string in the shop's currency. */
  price: string;
  weightGrams: number;
  inventoryItemId: string;
  harmonizedSystemCode: string | null;
  countryCodeOfOrigin: string | null;
  inventoryQuantity: number;
}

export interface CatalogueProduct {
  id: string;
  title: string;
  handle: string;
  productType: string;
  vendor: string;
  tags: string[];
  variants: CatalogueVariant[];
}

export interface Catalogue {
  locationId: string;
  products: CatalogueProduct[];
}

export interface ExecuteRequest {
  /** The shop's myshopify domain. */
  shop: string;
  apiVersion: string;
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
  /** Count this request against the cost bucket; true unless told. */
  throttle?: boolean | undefined;
  requestId?: string | undefined;
  /** What the caller's token may do; unlimited unless told. Shown by `currentAppInstallation.accessScopes`. */
  accessScopes?: readonly string[] | undefined;
}

export interface ExecuteAnswer {
  status: number;
  body: GraphQLBody;
  /** The version that served the request: what Shopify puts in `X-Shopify-API-Version`. */
  apiVersion: string;
}

export interface GraphQLBody {
  data?: Record<string, unknown> | null;
  errors?: unknown;
  extensions?: Record<string, unknown>;
}

export interface WebhookEvent {
  /** The shop's myshopify domain. */
  shop: string;
  /** `orders/create` */
  topic: string;
  /** REST-shaped body of API version 2026-07. */
  payload: Record<string, unknown>;
  /** Shared by every topic that one event causes. */
  eventId: string;
  triggeredAt: Date;
}

/** What a checkout promises and no input of the API can say. */
export interface DeliveryPromise {
  minDeliveryDateTime?: Date | null;
  maxDeliveryDateTime?: Date | null;
  fulfillBy?: Date | null;
}

export interface StoredFile {
  bytes: Uint8Array;
  contentType: string;
  filename: string;
}

export interface Shopify {
  addShop(shop: NewShop): ShopSummary;
  shops(): ShopSummary[];
  catalogue(domain: string): Catalogue;
  execute(request: ExecuteRequest): Promise<ExecuteAnswer>;
  /** Returns a function that stops listening. */
  onWebhook(listener: (event: WebhookEvent) => void): () => void;
  /**
   * Receives the upload for a staged target. `path` is the path of the target's URL, with or without a leading
   * slash. Unknown targets are refused with false.
   */
  stagedUpload(path: string, bytes: Uint8Array, contentType: string): boolean;
  /** A file behind a `cdn.shopify.com` or `shopify-staged-uploads.shopify.com` URL or path. */
  readFile(path: string): StoredFile | undefined;
  /** Sets what the shopper was promised at checkout, on every packing list of an order. */
  promiseDelivery(domain: string, orderId: string, promise: DeliveryPromise): void;
  /** Finishes background work (order cancellation, bulk queries) that would otherwise run a moment later. */
  settle(): Promise<void>;
}
