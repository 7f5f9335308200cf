import { type GraphQLResolveInfo, getDirectiveValues } from "graphql";
import { isAtLeast } from "./api-version";
import { BadRequest } from "./errors";
import type { Context } from "./resolvers";

type Resolver = (source: unknown, args: never, context: Context, info: GraphQLResolveInfo) => unknown;

/** A mutation that answers a repeated key with its first answer, and from 2026-04 insists on a key. */
export function idempotent(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const key = keyOf(info);
    if (key === undefined) {
      if (isAtLeast(context.version, "2026-04")) {
        throw new BadRequest("The @idempotent directive is required for this mutation but was not provided.");
      }
      return resolve(source, args, context, info);
    }
    if (!key.trim())
      throw new BadRequest("The idempotency key cannot be an empty string or whitespace only.");
    const remembered = `${info.fieldName}:${key}`;
    if (context.shop.idempotent.has(remembered)) return context.shop.idempotent.get(remembered);
    const answer = resolve(source, args, context, info);
    context.shop.idempotent.set(remembered, answer);
    return answer;
  };
}

function keyOf(info: GraphQLResolveInfo): string | undefined {
  const directive = info.schema.getDirective("idempotent");
  const [node] = info.fieldNodes;
  if (!directive || !node) return undefined;
  const values = getDirectiveValues(directive, node, info.variableValues);
  return typeof values?.key === "string" ? values.key : undefined;
}
