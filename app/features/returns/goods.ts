import { z } from "zod";
import type { Settings } from "~/features/settings/schema";

/** What Shopify's catalogue told of one piece of a line when its label was made; null where it said nothing. */
export const keptGoodsSchema = z.object({
  hsCode: z.string().nullable().catch(null),
  origin: z.string().nullable().catch(null),
  grams: z.number().int().positive().nullable().catch(null),
});
export type KeptGoods = z.output<typeof keptGoodsSchema>;

const UNKNOWN: KeptGoods = { hsCode: null, origin: null, grams: null };

/** What customs and carriers are told of one piece: the catalogue's word, else the shop's defaults. */
export function goodsOf(kept: unknown, { itemGrams, hsCode, origin }: Settings["labels"]) {
  const known = keptGoodsSchema.safeParse(kept).data ?? UNKNOWN;
  return {
    weightGrams: known.grams ?? itemGrams,
    hsCode: known.hsCode ?? hsCode,
    origin: known.origin ?? origin,
  };
}
