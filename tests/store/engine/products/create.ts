import { sortedTags } from "../customers/customers";
import { type UserError, userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import type { Product } from "../state/model";
import { toMinor } from "../state/money";
import type { ShopState } from "../state/shop";
import { addProduct, addVariant, type NewVariant } from "./products";

const GRAMS: Record<string, number> = { GRAMS: 1, KILOGRAMS: 1000, OUNCES: 28.3495, POUNDS: 453.592 };

interface ProductInput {
  title?: string | null;
  handle?: string | null;
  descriptionHtml?: string | null;
  productType?: string | null;
  vendor?: string | null;
  tags?: string[] | null;
  status?: string | null;
  productOptions?: { name: string; values?: { name?: string | null }[] | null }[] | null;
}

interface Args {
  product?: ProductInput | null;
  input?: ProductInput | null;
}

/** A new product has one variant: the first value of each option. */
export function productCreate(_: unknown, args: Args, { shop }: Context) {
  const input = args.product ?? args.input ?? {};
  if (!input.title?.trim())
    return { product: null, shop: null, userErrors: [userError(["title"], "Title can't be blank")] };
  const options = (input.productOptions ?? []).map(({ name, values }) => ({
    name,
    values: (values ?? []).map((value) => value.name ?? "").filter(Boolean),
  }));
  const product = addProduct(shop, {
    title: input.title,
    ...(input.handle ? { handle: input.handle } : {}),
    descriptionHtml: input.descriptionHtml ?? "",
    productType: input.productType ?? "",
    vendor: input.vendor ?? shop.details.name,
    tags: sortedTags(input.tags ?? []),
    status: input.status ?? "ACTIVE",
    ...(options.length > 0 ? { options } : {}),
  });
  const first = product.options.map(({ name, values }) => ({ name, value: values[0] ?? "Default Title" }));
  addVariant(shop, product, {
    title: first.map(({ value }) => value).join(" / "),
    sku: null,
    priceMinor: 0,
    tracked: false,
    selectedOptions: first,
  });
  return { product, userErrors: [] };
}

interface VariantInput {
  price?: string | number | null;
  barcode?: string | null;
  taxable?: boolean | null;
  inventoryPolicy?: "DENY" | "CONTINUE" | null;
  optionValues?: { optionName?: string | null; name?: string | null }[] | null;
  inventoryQuantities?: { availableQuantity: number; locationId: string }[] | null;
  inventoryItem?: {
    sku?: string | null;
    tracked?: boolean | null;
    requiresShipping?: boolean | null;
    harmonizedSystemCode?: string | null;
    countryCodeOfOrigin?: string | null;
    measurement?: { weight?: { unit: string; value: number } | null } | null;
  } | null;
}

interface VariantArgs {
  productId: string;
  variants: VariantInput[];
  strategy?: string | null;
}

export function productVariantsBulkCreate(_: unknown, args: VariantArgs, { shop }: Context) {
  const product = shop.find<Product>("Product", args.productId);
  if (!product) {
    const error = userError(["productId"], "Product does not exist", "PRODUCT_DOES_NOT_EXIST");
    return { product: null, productVariants: null, userErrors: [error] };
  }
  const errors = args.variants.flatMap((each, index) => variantErrors(product, each, index));
  if (errors.length > 0) return { product, productVariants: null, userErrors: errors };
  if (args.strategy === "REMOVE_STANDALONE_VARIANT" && product.variants.length === 1)
    removeStandalone(shop, product);
  const productVariants = args.variants.map((each) =>
    addVariant(shop, product, variantFrom(shop, product, each)),
  );
  product.updatedAt = shop.now();
  return { product, productVariants, userErrors: [] };
}

function variantErrors(product: Product, input: VariantInput, index: number): UserError[] {
  const title = titleOf(product, input);
  if (!product.variants.some((variant) => variant.title === title && title !== "Default Title")) return [];
  const message = `The variant '${title}' already exists.`;
  return [userError(["variants", String(index)], message, "VARIANT_ALREADY_EXISTS")];
}

function removeStandalone(shop: ShopState, product: Product): void {
  for (const variant of product.variants) shop.forget(variant.id);
  product.variants = [];
}

function titleOf(product: Product, input: VariantInput): string {
  return product.options.map((option) => optionValue(option.name, input)).join(" / ");
}

function optionValue(option: string, input: VariantInput): string {
  return input.optionValues?.find((each) => each.optionName === option)?.name ?? "Default Title";
}

function variantFrom(shop: ShopState, product: Product, input: VariantInput): NewVariant {
  const item = input.inventoryItem;
  const weight = item?.measurement?.weight;
  for (const option of product.options) {
    const value = optionValue(option.name, input);
    if (!option.values.includes(value)) option.values.push(value);
  }
  return {
    title: titleOf(product, input),
    sku: item?.sku ?? null,
    priceMinor: toMinor(input.price ?? 0, shop.details.currency),
    selectedOptions: product.options.map(({ name }) => ({ name, value: optionValue(name, input) })),
    weightGrams: weight ? Math.round(weight.value * (GRAMS[weight.unit] ?? 1)) : 0,
    requiresShipping: item?.requiresShipping ?? true,
    taxable: input.taxable ?? true,
    tracked: item?.tracked ?? true,
    available: (input.inventoryQuantities ?? []).reduce((sum, each) => sum + each.availableQuantity, 0),
    harmonizedSystemCode: item?.harmonizedSystemCode ?? null,
    countryCodeOfOrigin: item?.countryCodeOfOrigin ?? null,
    barcode: input.barcode ?? null,
    inventoryPolicy: input.inventoryPolicy ?? "DENY",
  };
}
