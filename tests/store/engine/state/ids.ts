const GLOBAL_ID = /^gid:\/\/shopify\/([A-Za-z]+)\/([^/?]+)(\?.*)?$/;

/** Neighbouring ids of one type lie this far apart, as they do at Shopify. */
const STEP = 32_768;

const FIRST: Record<string, number> = {
  Order: 6_401_000_000_000,
  LineItem: 16_020_000_000_000,
  Customer: 8_201_000_000_000,
  Product: 9_301_000_000_000,
  ProductVariant: 48_101_000_000_000,
  InventoryItem: 50_101_000_000_000,
  Location: 81_201_000_000,
  Fulfillment: 5_901_000_000_000,
  FulfillmentLineItem: 12_901_000_000_000,
  FulfillmentOrder: 7_401_000_000_000,
  FulfillmentOrderLineItem: 14_701_000_000_000,
  FulfillmentEvent: 29_101_000_000_000,
  OrderTransaction: 7_801_000_000_000,
  Refund: 960_100_000_000,
  RefundLineItem: 640_100_000_000,
  Return: 11_201_000_000,
  ReturnLineItem: 18_201_000_000,
  ExchangeLineItem: 2_101_000_000,
  ReverseFulfillmentOrder: 10_901_000_000,
  ReverseFulfillmentOrderLineItem: 17_601_000_000,
  ReverseDelivery: 3_901_000_000,
  ReverseDeliveryLineItem: 5_301_000_000,
  Shop: 72_101_000_000,
};

/** Hands out ids for one Shopify: no two records of a type share one, whatever their shop. */
export class IdMint {
  private readonly last = new Map<string, number>();

  next(type: string): string {
    return globalId(type, this.number(type));
  }

  number(type: string): number {
    const previous = this.last.get(type) ?? FIRST[type] ?? 1_101_000_000;
    const id = previous + STEP;
    this.last.set(type, id);
    return id;
  }
}

export function globalId(type: string, id: string | number): string {
  return `gid://shopify/${type}/${id}`;
}

export function isGlobalId(id: string): boolean {
  return GLOBAL_ID.test(id);
}

export function typeOfId(id: string): string | undefined {
  return GLOBAL_ID.exec(id)?.[1];
}

/** The last part of a global id: a number for most records, a UUID for jobs. */
export function numericId(id: string): string {
  return GLOBAL_ID.exec(id)?.[2] ?? id;
}

export function legacyId(id: string): number {
  return Number(numericId(id));
}
