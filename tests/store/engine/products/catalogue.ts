import type { Catalogue } from "../contract";
import { convert } from "../state/exchange-rates";
import { fixed } from "../state/money";
import type { ShopState } from "../state/shop";
import { addProduct, addVariant, availableOf } from "./products";

interface Sample {
  title: string;
  productType: string;
  tags: string[];
  /** In US dollars and cents. */
  price: number;
  weightGrams: number;
  hsCode: string | null;
  origin: string | null;
  sku: string;
  option?: { name: string; values: string[] };
  requiresShipping?: boolean;
}

const SIZES = ["S", "M", "L", "XL"];

const SAMPLES: Sample[] = [
  {
    title: "Merino jumper",
    productType: "Jumpers",
    tags: ["knitwear", "winter"],
    price: 8900,
    weightGrams: 420,
    hsCode: "611011",
    origin: "PT",
    sku: "MER-JMP",
    option: { name: "Size", values: SIZES },
  },
  {
    title: "Organic cotton T-shirt",
    productType: "T-shirts",
    tags: ["basics"],
    price: 2500,
    weightGrams: 180,
    hsCode: "610910",
    origin: "TR",
    sku: "ORG-TEE",
    option: { name: "Size", values: SIZES },
  },
  {
    title: "Canvas trainers",
    productType: "Shoes",
    tags: ["footwear"],
    price: 6500,
    weightGrams: 780,
    hsCode: "640411",
    origin: "VN",
    sku: "CNV-TRN",
    option: { name: "Size", values: ["39", "41", "43"] },
  },
  {
    title: "Enamel mug",
    productType: "Kitchen",
    tags: ["home", "fragile"],
    price: 1400,
    weightGrams: 240,
    hsCode: "732394",
    origin: "PL",
    sku: "ENM-MUG",
    option: { name: "Color", values: ["White", "Blue"] },
  },
  {
    title: "Linen apron",
    productType: "Kitchen",
    tags: ["home", "gift"],
    price: 3900,
    weightGrams: 260,
    hsCode: "621142",
    origin: "LT",
    sku: "LIN-APR",
  },
  {
    title: "Beeswax candle",
    productType: "Home fragrance",
    tags: ["home", "gift"],
    price: 1800,
    weightGrams: 350,
    hsCode: "340600",
    origin: "GB",
    sku: "BEE-CND",
  },
  {
    title: "Last season's raincoat",
    productType: "Jackets",
    tags: ["final-sale", "outerwear"],
    price: 4900,
    weightGrams: 610,
    hsCode: "620193",
    origin: "CN",
    sku: "RAIN-LS",
    option: { name: "Size", values: ["M", "L"] },
  },
  {
    title: "Mending workshop",
    productType: "Classes",
    tags: ["class"],
    price: 3000,
    weightGrams: 0,
    hsCode: null,
    origin: null,
    sku: "MEND-WS",
    requiresShipping: false,
  },
];

/** A small shop's shelves, priced in its own currency. */
export function stockShelves(shop: ShopState): void {
  for (const sample of SAMPLES) {
    const product = addProduct(shop, {
      title: sample.title,
      productType: sample.productType,
      tags: sample.tags,
      ...(sample.option ? { options: [sample.option] } : {}),
    });
    for (const value of sample.option?.values ?? [null]) {
      addVariant(shop, product, {
        title: value ?? "Default Title",
        sku: value ? `${sample.sku}-${value.toUpperCase()}` : sample.sku,
        priceMinor: convert(sample.price, "USD", shop.details.currency),
        selectedOptions: [{ name: sample.option?.name ?? "Title", value: value ?? "Default Title" }],
        weightGrams: sample.weightGrams,
        requiresShipping: sample.requiresShipping ?? true,
        tracked: sample.requiresShipping ?? true,
        available: 50,
        harmonizedSystemCode: sample.hsCode,
        countryCodeOfOrigin: sample.origin,
      });
    }
  }
}

export function catalogueOf(shop: ShopState): Catalogue {
  return {
    locationId: shop.primaryLocation.id,
    products: shop.products.map((product) => ({
      id: product.id,
      title: product.title,
      handle: product.handle,
      productType: product.productType,
      vendor: product.vendor,
      tags: [...product.tags],
      variants: product.variants.map((variant) => ({
        id: variant.id,
        title: variant.title,
        sku: variant.sku ?? "",
        price: fixed(variant.priceMinor, shop.details.currency),
        weightGrams: variant.inventoryItem.weightGrams,
        inventoryItemId: variant.inventoryItem.id,
        harmonizedSystemCode: variant.inventoryItem.harmonizedSystemCode,
        countryCodeOfOrigin: variant.inventoryItem.countryCodeOfOrigin,
        inventoryQuantity: availableOf(variant),
      })),
    })),
  };
}
