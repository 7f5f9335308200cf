import { createHash } from "node:crypto";
import { type Context, type ResolverMap, resolversOf } from "../graphql/resolvers";
import { legacyId } from "../state/ids";
import type { MetafieldRecord, TimelineEvent } from "../state/model";

export const timelineResolvers: ResolverMap = {
  BasicEvent: resolversOf<TimelineEvent>({
    attributeToApp: (event) => event.appTitle !== null,
    attributeToUser: () => false,
    author: () => null,
    arguments: () => null,
    additionalContent: () => null,
    additionalData: () => null,
    hasAdditionalContent: () => false,
    secondaryMessage: () => null,
    subjectType: () => "ORDER",
    subjectId: (event, _: never, { shop }: Context) =>
      shop.orders.find((order) => order.events.includes(event))?.id,
    subject: (event, _: never, { shop }: Context) =>
      shop.orders.find((order) => order.events.includes(event)) ?? null,
  }),
  Metafield: resolversOf<MetafieldRecord>({
    legacyResourceId: (field) => String(legacyId(field.id)),
    compareDigest: (field) => createHash("sha256").update(field.value).digest("hex"),
    jsonValue: (field) => (field.type === "json" ? JSON.parse(field.value) : field.value),
    ownerType: (field) => /shopify\/(\w+)\//.exec(field.ownerId)?.[1]?.toUpperCase() ?? "ORDER",
    sizeInBytes: (field) => Buffer.byteLength(field.value),
    definition: () => null,
    description: () => null,
    reference: () => null,
  }),
};
