import { z } from "zod";
import { gid } from "../actions/customers";
import * as installation from "../actions/installation";
import { cancelOrder, editOrder, payOrder } from "../actions/order-changes";
import { ship } from "../actions/parcels";
import { placeOrder } from "../actions/place-order";
import { refundOrder } from "../actions/refund";
import { changeReturn, requestReturn } from "../actions/returns";
import { scanParcel } from "../actions/scans";
import { replyAsShopper, writeAsShopper } from "../mail/write-as-shopper";
import { mintCustomerToken } from "../oauth/session-token";
import { signedProxyQuery } from "../proxy/signature";
import { Refused, type Store } from "../store";

/** Everything the panel can do to the store, by the name it has under `POST /panel/api/`. */
export type Verb = (store: Store, input: never) => unknown;

const attachments = z
  .array(z.object({ filename: z.string(), content: z.string(), contentType: z.string().optional() }))
  .optional();
const headers = z.record(z.string(), z.string()).optional();

const reply = z.object({ id: z.string(), text: z.string(), attachments, headers });
const newMail = z.object({
  shop: z.string().optional(),
  from: z.object({ name: z.string().default(""), address: z.string() }),
  to: z.string().optional(),
  subject: z.string().default(""),
  text: z.string(),
  inReplyTo: z.string().optional(),
  references: z.array(z.string()).optional(),
  attachments,
  headers,
});

const mint = z.object({ shop: z.string().optional(), userId: z.string().optional() });
const customerMint = z.object({ shop: z.string().optional(), customerId: z.string().optional() });
const proxyUrl = z.object({
  shop: z.string().optional(),
  path: z.string().default("/"),
  customerId: z.string().optional(),
  timestamp: z.number().optional(),
  query: z.record(z.string(), z.string()).default({}),
});
const event = z.object({
  shop: z.string().optional(),
  topic: z.string(),
  payload: z.record(z.string(), z.unknown()),
  eventId: z.string().optional(),
  triggeredAt: z.string().optional(),
});

export const verbs = {
  "place-order": placeOrder,
  pay: payOrder,
  edit: editOrder,
  cancel: cancelOrder,
  ship,
  event: scanParcel,
  deliver: (store: Store, input: { shop?: string; order?: string; fulfillment?: string }) =>
    scanParcel(store, { ...input, scan: "delivered" }),
  "request-return": requestReturn,
  "change-return": changeReturn,
  refund: refundOrder,
  install: installation.install,
  uninstall: installation.uninstall,
  "revoke-tokens": installation.revokeTokens,
  scopes: installation.changeScopes,
  privacy: installation.askPrivacy,
  reply: (store: Store, input: z.input<typeof reply>) => replyAsShopper(store, reply.parse(input)),
  write: (store: Store, input: z.input<typeof newMail>) => {
    const mail = newMail.parse(input);
    return writeAsShopper(store, {
      ...mail,
      to: mail.to ?? store.settings.supportAddress ?? store.shop(mail.shop).email,
    });
  },
  "session-token": (store: Store, input: z.input<typeof mint>) => {
    const { shop, userId } = mint.parse(input);
    return { token: store.sessionToken(store.shop(shop).domain, userId) };
  },
  /** What a customer account extension sends the app. */
  "customer-token": (store: Store, input: z.input<typeof customerMint>) => {
    const { shop, customerId } = customerMint.parse(input);
    const { apiKey, apiSecret } = store.settings;
    if (apiSecret === undefined) throw new Refused("A store without an app secret mints no tokens");
    const domain = store.shop(shop).domain;
    const mint = { shop: domain, apiKey, apiSecret, now: store.tokenNow() };
    return {
      token: mintCustomerToken(customerId ? { ...mint, customerId: gid("Customer", customerId) } : mint),
    };
  },
  "proxy-url": (store: Store, input: z.input<typeof proxyUrl>) => signedUrl(store, proxyUrl.parse(input)),
  webhook: (store: Store, input: z.input<typeof event>) => {
    const { shop, topic, payload, eventId, triggeredAt } = event.parse(input);
    const sent = store.webhooks.announce({
      shop: store.shop(shop).domain,
      topic,
      payload,
      ...(eventId ? { eventId } : {}),
      ...(triggeredAt ? { triggeredAt: new Date(triggeredAt) } : {}),
    });
    return { deliveries: sent.map((one) => one.id) };
  },
} satisfies Record<string, Verb>;

function signedUrl(store: Store, wish: z.output<typeof proxyUrl>): { url: string; storefrontUrl: string } {
  const { appUrl, apiSecret } = store.settings;
  if (!appUrl || apiSecret === undefined) throw new Refused("A store without an app signs no addresses");
  const shop = store.shop(wish.shop).domain;
  const { proxyPrefix, proxyPath } = store.config();
  const path = wish.path.startsWith("/") ? wish.path : `/${wish.path}`;
  const visit = {
    shop,
    prefix: proxyPrefix,
    customerId: wish.customerId,
    timestamp: wish.timestamp ?? Math.floor(store.tokenNow() / 1000),
  };
  const query = signedProxyQuery(new URLSearchParams(wish.query), visit, apiSecret);
  return {
    url: `${appUrl}${proxyPath}${path}?${query}`,
    storefrontUrl: `${store.storefrontUrl(shop)}${proxyPrefix}${path}`,
  };
}
