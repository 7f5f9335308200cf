import type { ExchangeProduct, ExchangeVariant } from "~/platform/shopify/exchange-variants.server";
import { type DraftLine, rowOf } from "./request-form";

/** What can be sent instead of each line, prices in its order's currency. */
export type ExchangeChoices = {
  /** the other versions of the same thing */
  versions: Map<string, ExchangeProduct>;
  /** what was searched for, and what was chosen */
  anything: Map<string, ExchangeProduct[]>;
};

export type ChosenVariant = { product: ExchangeProduct; variant: ExchangeVariant };

/** The variant that was chosen for a line, among what can be sent; undefined: it is not there. */
export function variantOf(
  choices: ExchangeChoices,
  line: { orderLineId: string; outcome: string | null; variantId: string | null },
): ChosenVariant | undefined {
  const version = choices.versions.get(line.orderLineId);
  const products =
    line.outcome === "exchange" ? (version ? [version] : []) : choices.anything.get(line.orderLineId);
  for (const product of products ?? []) {
    const variant = product.variants.find((one) => one.id === line.variantId);
    if (variant) return { product, variant };
  }
  return undefined;
}

/** The variant that was chosen in a row of the form; those are named by `rowOf`. */
export const variantOfRow = (
  choices: ExchangeChoices,
  { outcome, variantId, ...line }: DraftLine,
): ChosenVariant | undefined => variantOf(choices, { orderLineId: rowOf(line), outcome, variantId });

/** What a person calls it: "Merino jumper · M". */
export const titleOf = ({ product, variant }: ChosenVariant): string =>
  [product.title, variant.title].filter(Boolean).join(" · ");
