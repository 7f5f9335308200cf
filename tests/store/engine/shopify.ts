import type {
  Catalogue,
  DeliveryPromise,
  ExecuteAnswer,
  ExecuteRequest,
  NewShop,
  Shopify,
  ShopifyOptions,
  ShopSummary,
  StoredFile,
  WebhookEvent,
} from "./contract";
import { Storage } from "./files/storage";
import { promiseDelivery } from "./fulfillments/promise";
import { answer } from "./graphql/execute";
import { fieldResolver } from "./graphql/resolvers";
import { CostBucket } from "./graphql/throttle";
import type { Order } from "./orders/model";
import { catalogueOf, stockShelves } from "./products/catalogue";
import { resolvers } from "./root";
import { openLocation } from "./shop/locations";
import { IdMint } from "./state/ids";
import { ShopState } from "./state/shop";

const STANDARD_PLAN = 100;

type Listener = (event: WebhookEvent) => void;

/** Many shops, one Shopify. */
export class StatefulShopify implements Shopify {
  private readonly shopsByDomain = new Map<string, { shop: ShopState; bucket: CostBucket }>();
  private readonly listeners = new Set<Listener>();
  private readonly mint = new IdMint();
  private readonly storage = new Storage();
  private readonly resolve = fieldResolver(resolvers);
  private readonly now: () => Date;
  private readonly pointsPerSecond: number;

  constructor(options: ShopifyOptions = {}) {
    this.now = options.now ?? (() => new Date());
    this.pointsPerSecond = options.planPointsPerSecond ?? STANDARD_PLAN;
  }

  addShop(input: NewShop): ShopSummary {
    if (this.shopsByDomain.has(input.domain)) throw new Error(`${input.domain} exists already`);
    const details = {
      locale: "en",
      presentmentCurrencies: [],
      primaryUrl: `https://${input.domain}`,
      ...input,
    };
    const shop = new ShopState(details, this.mint, this.storage, this.now, (event) => {
      for (const listener of this.listeners) listener(event);
    });
    openLocation(shop);
    stockShelves(shop);
    this.shopsByDomain.set(input.domain, { shop, bucket: new CostBucket(this.pointsPerSecond, this.now) });
    return summary(shop);
  }

  shops(): ShopSummary[] {
    return [...this.shopsByDomain.values()].map(({ shop }) => summary(shop));
  }

  catalogue(domain: string): Catalogue {
    return catalogueOf(this.open(domain).shop);
  }

  async execute(request: ExecuteRequest): Promise<ExecuteAnswer> {
    const { shop, bucket } = this.open(request.shop);
    shop.runBackground();
    return answer(request, { shop, bucket, resolve: this.resolve });
  }

  onWebhook(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  stagedUpload(path: string, bytes: Uint8Array, contentType: string): boolean {
    return this.storage.receive(path, bytes, contentType);
  }

  readFile(path: string): StoredFile | undefined {
    return this.storage.read(path);
  }

  promiseDelivery(domain: string, orderId: string, promise: DeliveryPromise): void {
    const { shop } = this.open(domain);
    const order = shop.find<Order>("Order", orderId);
    if (!order) throw new Error(`${domain} has no order ${orderId}`);
    promiseDelivery(order, promise);
  }

  async settle(): Promise<void> {
    for (const { shop } of this.shopsByDomain.values()) shop.runBackground();
  }

  private open(domain: string): { shop: ShopState; bucket: CostBucket } {
    const found = this.shopsByDomain.get(domain);
    if (!found) throw new Error(`There is no shop at ${domain}`);
    return found;
  }
}

function summary({ id, details }: ShopState): ShopSummary {
  return { id, ...details };
}
