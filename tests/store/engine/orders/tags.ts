import { sortedTags } from "../customers/customers";
import { userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import type { Customer, Product } from "../state/model";
import { customerPayload } from "../webhooks/customer-payload";
import type { Order } from "./model";
import { touch } from "./timeline";

interface Args {
  id: string;
  tags: string[];
}

type Tagged = Order | Customer | Product;

export function tagsAdd(_: unknown, { id, tags }: Args, context: Context) {
  return retag(id, context, (current) => [...current, ...tags]);
}

export function tagsRemove(_: unknown, { id, tags }: Args, context: Context) {
  const unwanted = new Set(tags.map((tag) => tag.trim().toLowerCase()));
  return retag(id, context, (current) => current.filter((tag) => !unwanted.has(tag.toLowerCase())));
}

function retag(id: string, { shop }: Context, change: (tags: string[]) => string[]) {
  const node = shop.node(id) as Tagged | undefined;
  if (!node || !["Order", "Customer", "Product"].includes(node.__typename)) {
    const noun = /shopify\/(\w+)\//.exec(id)?.[1] ?? "Record";
    return { node: null, userErrors: [userError(["id"], `${noun} does not exist`)] };
  }
  node.tags = sortedTags(change(node.tags));
  if (node.__typename === "Order") touch(shop, node);
  else node.updatedAt = shop.now();
  if (node.__typename === "Customer") shop.tell("customers/update", node, () => customerPayload(shop, node));
  return { node, userErrors: [] };
}
