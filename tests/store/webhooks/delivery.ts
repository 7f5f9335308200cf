/** One webhook on its way to the app. */
export interface Delivery {
  /** `X-Shopify-Webhook-Id`: the same for every try. */
  id: string;
  /** `X-Shopify-Event-Id`: shared by everything one event caused. */
  eventId: string;
  shop: string;
  topic: string;
  subscription: string | undefined;
  uri: string;
  apiVersion: string;
  triggeredAt: Date;
  /** The bytes that are signed and sent, the same ones every time. */
  body: string;
  state: DeliveryState;
  attempts: Attempt[];
  /** When it goes out next, on the store's clock. */
  dueAt: Date | undefined;
  /** Why it exists besides the event itself. */
  copyOf: string | undefined;
}

export type DeliveryState =
  | "waiting"
  | "delivered"
  /** The app answered badly; it will be tried again. */
  | "retrying"
  /** Every try was in vain. */
  | "failed"
  /** Lost on the way, because the switch said so. */
  | "dropped";

export interface Attempt {
  at: Date;
  status: number | undefined;
  error: string | undefined;
  ms: number;
}
