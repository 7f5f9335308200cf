/** What the store does to webhooks besides sending them. */
export interface WebhookSwitches {
  /** How many times each is delivered in all. */
  copies: number;
  /** Whether copies carry webhook ids of their own, or repeat the first one's. */
  freshIds: boolean;
  /** Chance in percent that one is never delivered. */
  dropPercent: number;
  /** How long each waits, on the store's clock. */
  delayMs: number;
  /** Gathers what comes within half a second and sends it last first. */
  reorder: boolean;
  /** Nothing leaves until this is lifted. */
  hold: boolean;
}

export const plainSailing: WebhookSwitches = {
  copies: 1,
  freshIds: false,
  dropPercent: 0,
  delayMs: 0,
  reorder: false,
  hold: false,
};
