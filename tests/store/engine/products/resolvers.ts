import { type ConnectionArgs, connection, nodeConnection } from "../graphql/connection";
import { type Context, type ResolverMap, resolversOf } from "../graphql/resolvers";
import { legacyId, numericId } from "../state/ids";
import type { InventoryItem, Location, Product, Variant } from "../state/model";
import { fixed, money } from "../state/money";
import { search, type Term, textMatches } from "../state/search";
import { availableOf, isForSale } from "./products";

export const productResolvers: ResolverMap = {
  Product: resolversOf<Product>({
    legacyResourceId: (product) => String(legacyId(product.id)),
    description: (product) => product.descriptionHtml.replaceAll(/<[^>]+>/g, ""),
    options: (product) =>
      product.options.map((option, index) => ({
        __typename: "ProductOption",
        id: `${product.id.replace("Product", "ProductOption")}${index}`,
        name: option.name,
        position: index + 1,
        values: option.values,
        optionValues: option.values.map((name, place) => ({
          __typename: "ProductOptionValue",
          id: `${product.id.replace("Product", "ProductOptionValue")}${index}${place}`,
          name,
          hasVariants: true,
        })),
      })),
    variants: (product, args: ConnectionArgs) => nodeConnection(product.variants, args),
    variantsCount: (product) => ({ count: product.variants.length, precision: "EXACT" }),
    totalInventory: (product) => product.variants.reduce((sum, variant) => sum + availableOf(variant), 0),
    tracksInventory: (product) => product.variants.some((variant) => variant.inventoryItem.tracked),
    hasOnlyDefaultVariant: (product) =>
      product.variants.length === 1 && product.variants[0]?.title === "Default Title",
    totalVariants: (product) => product.variants.length,
    bodyHtml: (product) => product.descriptionHtml,
    hasOutOfStockVariants: (product) => product.variants.some((variant) => availableOf(variant) <= 0),
    isGiftCard: () => false,
    category: () => null,
    featuredMedia: () => null,
    featuredImage: () => null,
    onlineStoreUrl: (product, _: never, { shop }: Context) =>
      `https://${shop.details.domain}/products/${product.handle}`,
    priceRangeV2: (product, _: never, { shop }: Context) => {
      const prices = product.variants.map((variant) => variant.priceMinor);
      const { currency } = shop.details;
      return {
        minVariantPrice: money(Math.min(...prices), currency),
        maxVariantPrice: money(Math.max(...prices), currency),
      };
    },
  }),
  ProductVariant: resolversOf<Variant>({
    legacyResourceId: (variant) => String(legacyId(variant.id)),
    displayName: (variant) => `${variant.product.title} - ${variant.title}`,
    price: (variant, _: never, { shop }: Context) => fixed(variant.priceMinor, shop.details.currency),
    compareAtPrice: () => null,
    image: () => null,
    availableForSale: isForSale,
    inventoryQuantity: availableOf,
    sellableOnlineQuantity: availableOf,
    requiresComponents: () => false,
    selectedOptions: (variant) =>
      variant.selectedOptions.map((option) => ({
        ...option,
        optionValue: { name: option.value, hasVariants: true },
      })),
  }),
  InventoryItem: resolversOf<InventoryItem>({
    legacyResourceId: (item) => String(legacyId(item.id)),
    provinceCodeOfOrigin: () => null,
    unitCost: () => null,
    duplicateSkuCount: () => 0,
    inventoryHistoryUrl: () => null,
    countryHarmonizedSystemCodes: (_, args: ConnectionArgs) => connection([], args, { id: () => "" }),
    measurement: (item) => ({
      __typename: "InventoryItemMeasurement",
      id: item.id.replace("InventoryItem", "InventoryItemMeasurement"),
      weight: { unit: "GRAMS", value: item.weightGrams },
    }),
    variant: (item, _: never, { shop }: Context) =>
      shop.products.flatMap((product) => product.variants).find((variant) => variant.inventoryItem === item),
  }),
  Location: resolversOf<Location>({
    legacyResourceId: (location) => String(legacyId(location.id)),
    isFulfillmentService: () => false,
    isPrimary: (location, _: never, { shop }: Context) => shop.primaryLocation === location,
    shipsInventory: () => true,
    hasActiveInventory: () => true,
    addressVerified: () => true,
    activatable: (location) => !location.isActive,
    deactivatable: () => false,
    deletable: () => false,
    deactivatedAt: () => null,
    updatedAt: (location) => location.createdAt,
    fulfillmentService: () => null,
    address: ({ address }) => ({
      ...address,
      formatted: [address.address1, address.city, address.zip, address.country].filter(Boolean),
      latitude: null,
      longitude: null,
    }),
  }),
};

interface ListArgs extends ConnectionArgs {
  query?: string | null;
  sortKey?: string | null;
}

export function products(_: unknown, args: ListArgs, { shop }: Context) {
  return nodeConnection(search(shop.products, args.query, productMatches), args);
}

export function productVariants(_: unknown, args: ListArgs, { shop }: Context) {
  const all = shop.products.flatMap((product) => product.variants);
  const found = search(all, args.query, (variant, term) =>
    term.field === "sku" ? textMatches(variant.sku, term) : productMatches(variant.product, term),
  );
  return nodeConnection(found, args);
}

function productMatches(product: Product, term: Term): boolean {
  switch (term.field) {
    case "id":
      return numericId(product.id) === term.value;
    case "title":
      return textMatches(product.title, term);
    case "handle":
      return textMatches(product.handle, term);
    case "tag":
      return product.tags.some((tag) => textMatches(tag, term));
    case "product_type":
      return textMatches(product.productType, term);
    case "status":
      return textMatches(product.status, term);
    case "sku":
      return product.variants.some((variant) => textMatches(variant.sku, term));
    case null:
      return product.title.toLowerCase().includes(term.value.toLowerCase());
    default:
      return true;
  }
}

export function locations(
  _: unknown,
  args: ListArgs & { includeInactive?: boolean | null },
  { shop }: Context,
) {
  const list = shop.locations.filter((location) => location.isActive || args.includeInactive);
  const sorted = list.toSorted((one, other) => one.name.localeCompare(other.name));
  return connection(sorted, args, { id: (location) => location.id, value: (location) => location.name });
}
