/** Why somebody sends something back. The handles are those of Shopify's own library of reasons. */
export const RETURN_REASONS = [
  "too-small",
  "too-big",
  "changed-my-mind",
  "item-not-as-described",
  "damaged-or-defective",
  "received-the-wrong-item",
  "style",
  "color",
  "other-reason",
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

export const isReturnReason = (text: string): text is ReturnReason =>
  (RETURN_REASONS as readonly string[]).includes(text);

/** Reasons where the shop is at fault: what they bring back should cost the shopper nothing. */
export const SHOPS_FAULT = [
  "item-not-as-described",
  "damaged-or-defective",
  "received-the-wrong-item",
] as const satisfies readonly ReturnReason[];
