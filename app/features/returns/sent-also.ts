import { z } from "zod";
import type { ShopifyReturn } from "~/platform/shopify/nouns";

/**
 * What is sent instead by a return though no line of ours asked for it: staff put it there in Shopify's own admin.
 * `value`: what was sent of it is worth this, tax included, in minor units of the return's currency.
 */
export const sentAlsoSchema = z.array(
  z.object({
    id: z.string(),
    title: z.string().nullable(),
    quantity: z.number().int(),
    processed: z.number().int(),
    value: z.string().regex(/^\d+$/).transform(BigInt),
  }),
);
export type SentAlso = z.output<typeof sentAlsoSchema>;

export const readSentAlso = (kept: unknown): SentAlso => sentAlsoSchema.safeParse(kept).data ?? [];

/** As it is kept: amounts as digits. */
export const writeSentAlso = (sent: SentAlso) => sent.map((one) => ({ ...one, value: String(one.value) }));

type Ours = { lines: readonly { shopifyExchangeLineId: string | null }[] };

/** The goods of Shopify's return that belong to no line of ours, once ours were found among them. */
export const sentAlso = (ours: Ours, theirs: Pick<ShopifyReturn, "exchangeLines">): SentAlso =>
  theirs.exchangeLines
    .filter((line) => !ours.lines.some((mine) => mine.shopifyExchangeLineId === line.id))
    .map(({ id, title, quantity, processed, value }) => ({ id, title, quantity, processed, value }));

/** What the things that came back were bought for, line by line, as far as they were processed. */
export type CameBack = { orderLineId: string; amount: bigint };

/**
 * What of their value paid for goods worth `value`: line after line, no line beyond what it has left. The rest of
 * the goods is the shopper's to pay, the rest of the things theirs to get back.
 */
export function paidWith(
  value: bigint,
  came: readonly CameBack[],
  left: ReadonlyMap<string, bigint>,
): CameBack[] {
  let open = value;
  const room = new Map(left);
  return came.flatMap(({ orderLineId, amount }) => {
    const has = room.get(orderLineId) ?? 0n;
    const part = [open, amount, has].reduce((least, one) => (one < least ? one : least));
    if (part <= 0n) return [];
    open -= part;
    room.set(orderLineId, has - part);
    return [{ orderLineId, amount: part }];
  });
}
