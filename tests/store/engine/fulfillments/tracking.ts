import { userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import { note, touch } from "../orders/timeline";
import { fulfillmentPayload } from "../webhooks/fulfillment-payload";
import { carrierNamed, trackingUrl } from "./carriers";
import type { Fulfillment } from "./model";

export interface TrackingInput {
  company?: string | null;
  number?: string | null;
  url?: string | null;
  numbers?: string[] | null;
  urls?: string[] | null;
}

export function trackingFrom(input: TrackingInput | null | undefined): Fulfillment["tracking"] {
  if (!input) return [];
  const numbers = input.numbers ?? (input.number != null ? [input.number] : []);
  const urls = input.urls ?? (input.url != null ? [input.url] : []);
  const company = carrierNamed(input.company ?? null);
  const count = Math.max(numbers.length, urls.length, company ? 1 : 0);
  return Array.from({ length: count }, (_, index) => {
    const number = numbers[index] ?? null;
    return { company, number, url: urls[index] ?? trackingUrl(company, number) };
  });
}

interface Args {
  fulfillmentId: string;
  trackingInfoInput: TrackingInput;
  notifyCustomer?: boolean | null;
}

export function fulfillmentTrackingInfoUpdate(_: unknown, args: Args, { shop }: Context) {
  const fulfillment = shop.find<Fulfillment>("Fulfillment", args.fulfillmentId);
  if (!fulfillment) {
    return { fulfillment: null, userErrors: [userError(["fulfillmentId"], "Fulfillment does not exist.")] };
  }
  fulfillment.tracking = trackingFrom(args.trackingInfoInput);
  fulfillment.updatedAt = shop.now();
  const { order } = fulfillment;
  if (args.notifyCustomer)
    note(shop, order, "mail_sent", `Shipping update email was sent to ${order.email ?? "the customer"}.`);
  shop.tell("fulfillments/update", fulfillment, () => fulfillmentPayload(fulfillment));
  touch(shop, order);
  return { fulfillment, userErrors: [] };
}
