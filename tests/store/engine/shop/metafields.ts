import { type ConnectionArgs, nodeConnection } from "../graphql/connection";
import { userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import type { MetafieldRecord } from "../state/model";
import type { ShopState } from "../state/shop";

export interface MetafieldInput {
  id?: string | null;
  namespace?: string | null;
  key?: string | null;
  type?: string | null;
  value?: string | null;
}

/** `$app` is each app's own corner. */
const APP_NAMESPACE = "app--1101001";

function fullNamespace(namespace: string | null | undefined): string {
  if (!namespace) return APP_NAMESPACE;
  return namespace.replace(
    /^\$app(:)?/,
    (_, colon: string | undefined) => `${APP_NAMESPACE}${colon ? "--" : ""}`,
  );
}

export function setMetafield(shop: ShopState, ownerId: string, input: MetafieldInput): MetafieldRecord {
  const namespace = fullNamespace(input.namespace);
  const key = input.key ?? "";
  const now = shop.now();
  const known = shop.metafields.find(
    (each) => each.ownerId === ownerId && each.namespace === namespace && each.key === key,
  );
  if (known) {
    known.value = input.value ?? "";
    known.updatedAt = now;
    return known;
  }
  const made: MetafieldRecord = shop.record({
    __typename: "Metafield",
    id: shop.newId("Metafield"),
    ownerId,
    namespace,
    key,
    type: input.type ?? "single_line_text_field",
    value: input.value ?? "",
    createdAt: now,
    updatedAt: now,
  });
  shop.metafields.push(made);
  return made;
}

interface SetArgs {
  metafields: (MetafieldInput & { ownerId: string })[];
}

export function metafieldsSet(_: unknown, { metafields }: SetArgs, { shop }: Context) {
  const missing = metafields.findIndex((each) => !shop.node(each.ownerId));
  if (missing >= 0) {
    const error = userError(["metafields", String(missing), "ownerId"], "Owner does not exist.", "INVALID");
    return { metafields: null, userErrors: [{ ...error, elementIndex: missing }] };
  }
  return { metafields: metafields.map((each) => setMetafield(shop, each.ownerId, each)), userErrors: [] };
}

interface DeleteArgs {
  metafields: { ownerId: string; namespace: string; key: string }[];
}

export function metafieldsDelete(_: unknown, { metafields }: DeleteArgs, { shop }: Context) {
  const deletedMetafields = metafields.map((wanted) => {
    const namespace = fullNamespace(wanted.namespace);
    const index = shop.metafields.findIndex(
      (each) => each.ownerId === wanted.ownerId && each.namespace === namespace && each.key === wanted.key,
    );
    if (index < 0) return null;
    shop.metafields.splice(index, 1);
    return { ownerId: wanted.ownerId, namespace, key: wanted.key };
  });
  return { deletedMetafields, userErrors: [] };
}

interface Owner {
  id: string;
}

export function metafield(owner: Owner, args: { namespace?: string | null; key: string }, { shop }: Context) {
  const namespace = fullNamespace(args.namespace);
  return (
    shop.metafields.find(
      (each) => each.ownerId === owner.id && each.namespace === namespace && each.key === args.key,
    ) ?? null
  );
}

export function metafields(
  owner: Owner,
  args: ConnectionArgs & { namespace?: string | null },
  { shop }: Context,
) {
  const list = shop.metafields.filter(
    (each) =>
      each.ownerId === owner.id && (!args.namespace || each.namespace === fullNamespace(args.namespace)),
  );
  return nodeConnection(list, args);
}
