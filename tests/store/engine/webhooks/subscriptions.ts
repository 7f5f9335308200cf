import { type ConnectionArgs, nodeConnection } from "../graphql/connection";
import { userError } from "../graphql/errors";
import { type Context, type ResolverMap, resolversOf } from "../graphql/resolvers";
import { legacyId } from "../state/ids";

/** Subscriptions made through the API; those of an app's configuration are not listed, as at Shopify. */
export interface Subscription {
  __typename: "WebhookSubscription";
  id: string;
  topic: string;
  uri: string;
  name: string | null;
  format: string;
  filter: string | null;
  includeFields: string[];
  metafieldNamespaces: string[];
  createdAt: string;
  updatedAt: string;
}

interface Input {
  uri?: string | null;
  callbackUrl?: string | null;
  name?: string | null;
  format?: string | null;
  filter?: string | null;
  includeFields?: string[] | null;
  metafieldNamespaces?: string[] | null;
}

export function webhookSubscriptionCreate(
  _: unknown,
  { topic, webhookSubscription: input }: { topic: string; webhookSubscription: Input },
  { shop }: Context,
) {
  const uri = input.uri ?? input.callbackUrl ?? "";
  const refuse = (message: string) => ({
    webhookSubscription: null,
    userErrors: [userError(["webhookSubscription", "callbackUrl"], message)],
  });
  if (!uri) return refuse("Address can't be blank");
  if (!/^(https:\/\/|arn:|pubsub:\/\/)/.test(uri)) return refuse("Address protocol http:// is not supported");
  const known = shop.all<Subscription>("WebhookSubscription");
  if (known.some((each) => each.topic === topic && each.uri === uri)) {
    return refuse("Address for this topic has already been taken");
  }
  const now = shop.now();
  const webhookSubscription: Subscription = shop.record({
    __typename: "WebhookSubscription",
    id: shop.newId("WebhookSubscription"),
    topic,
    uri,
    name: input.name ?? null,
    format: input.format ?? "JSON",
    filter: input.filter ?? "",
    includeFields: input.includeFields ?? [],
    metafieldNamespaces: input.metafieldNamespaces ?? [],
    createdAt: now,
    updatedAt: now,
  });
  return { webhookSubscription, userErrors: [] };
}

export function webhookSubscriptionDelete(_: unknown, { id }: { id: string }, { shop }: Context) {
  if (!shop.find<Subscription>("WebhookSubscription", id)) {
    const error = userError(["id"], "Webhook subscription does not exist");
    return { deletedWebhookSubscriptionId: null, userErrors: [error] };
  }
  shop.forget(id);
  return { deletedWebhookSubscriptionId: id, userErrors: [] };
}

interface ListArgs extends ConnectionArgs {
  topics?: string[] | null;
  uri?: string | null;
}

export function webhookSubscriptions(_: unknown, args: ListArgs, { shop }: Context) {
  const list = shop
    .all<Subscription>("WebhookSubscription")
    .filter(
      (each) => (!args.topics || args.topics.includes(each.topic)) && (!args.uri || args.uri === each.uri),
    );
  return nodeConnection(list, args);
}

export const subscriptionResolvers: ResolverMap = {
  WebhookSubscription: resolversOf<Subscription>({
    legacyResourceId: (each) => String(legacyId(each.id)),
    callbackUrl: (each) => each.uri,
    endpoint: (each) => ({ __typename: "WebhookHttpEndpoint", callbackUrl: each.uri }),
    apiVersion: (_, __: never, { version }: Context) => ({
      handle: version,
      displayName: version,
      supported: true,
    }),
    metafields: () => [],
  }),
};
