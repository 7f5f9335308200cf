import type { Product, Variant } from "../state/model";
import type { ShopState } from "../state/shop";

export interface NewVariant {
  title: string;
  sku: string | null;
  priceMinor: number;
  selectedOptions: { name: string; value: string }[];
  weightGrams?: number;
  requiresShipping?: boolean;
  taxable?: boolean;
  tracked?: boolean;
  available?: number;
  harmonizedSystemCode?: string | null;
  countryCodeOfOrigin?: string | null;
  barcode?: string | null;
  inventoryPolicy?: "DENY" | "CONTINUE";
}

export interface NewProduct {
  title: string;
  handle?: string;
  descriptionHtml?: string;
  productType?: string;
  vendor?: string;
  tags?: string[];
  status?: string;
  options?: { name: string; values: string[] }[];
}

export function addProduct(shop: ShopState, input: NewProduct): Product {
  const now = shop.now();
  const product: Product = shop.record({
    __typename: "Product",
    id: shop.newId("Product"),
    title: input.title,
    handle: input.handle ?? handleOf(input.title),
    descriptionHtml: input.descriptionHtml ?? "",
    productType: input.productType ?? "",
    vendor: input.vendor ?? shop.details.name,
    tags: input.tags ?? [],
    status: input.status ?? "ACTIVE",
    options: input.options ?? [{ name: "Title", values: ["Default Title"] }],
    variants: [],
    createdAt: now,
    updatedAt: now,
  });
  shop.products.push(product);
  return product;
}

export function addVariant(shop: ShopState, product: Product, input: NewVariant): Variant {
  const now = shop.now();
  const variant: Variant = shop.record({
    __typename: "ProductVariant",
    id: shop.newId("ProductVariant"),
    product,
    title: input.title,
    sku: input.sku,
    barcode: input.barcode ?? null,
    priceMinor: input.priceMinor,
    compareAtMinor: null,
    taxable: input.taxable ?? true,
    selectedOptions: input.selectedOptions,
    inventoryPolicy: input.inventoryPolicy ?? "DENY",
    position: product.variants.length + 1,
    createdAt: now,
    updatedAt: now,
    inventoryItem: shop.record({
      __typename: "InventoryItem",
      id: shop.newId("InventoryItem"),
      sku: input.sku,
      tracked: input.tracked ?? true,
      requiresShipping: input.requiresShipping ?? true,
      weightGrams: input.weightGrams ?? 0,
      harmonizedSystemCode: input.harmonizedSystemCode ?? null,
      countryCodeOfOrigin: input.countryCodeOfOrigin ?? null,
      levels: new Map([[shop.primaryLocation.id, input.available ?? 0]]),
      createdAt: now,
      updatedAt: now,
    }),
  });
  product.variants.push(variant);
  return variant;
}

export function availableOf(variant: Variant): number {
  return [...variant.inventoryItem.levels.values()].reduce((sum, each) => sum + each, 0);
}

export function isForSale(variant: Variant): boolean {
  const { tracked } = variant.inventoryItem;
  return (
    variant.product.status === "ACTIVE" &&
    (!tracked || variant.inventoryPolicy === "CONTINUE" || availableOf(variant) > 0)
  );
}

function handleOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}
