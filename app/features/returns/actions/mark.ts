/** An action's number in what Shopify keeps of it, by which it is known again after a lost answer. */

const MARK = "Aftercare";
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/;

/** A refund's note: the reason, and the action it is of. */
export const actionNote = (reason: string, actionId: string): string => `${reason} · ${MARK} ${actionId}`;

/** The action that a note names at its end, or null. */
export const actionIn = (note: string): string | null =>
  new RegExp(`${MARK} (${ID.source})$`).exec(note)?.[1] ?? null;

/** An action's tag: Shopify allows 40 characters. */
export const actionTag = (actionId: string): string => `aftercare-${actionId.replaceAll("-", "").slice(2)}`;
