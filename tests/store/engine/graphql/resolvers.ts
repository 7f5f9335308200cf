import type { GraphQLFieldResolver, GraphQLResolveInfo } from "graphql";
import type { ShopState } from "../state/shop";
import type { ApiVersion } from "./api-version";
import { NotOnThisMachine } from "./errors";

export interface Context {
  shop: ShopState;
  version: ApiVersion;
  accessScopes: readonly string[];
  /** How fields are resolved: background work runs queries of its own. */
  resolve: GraphQLFieldResolver<unknown, Context>;
}

/** `args: never` lets each resolver name its own argument type; the schema has already checked the values. */
export type FieldResolver<Source> = (
  source: Source,
  args: never,
  context: Context,
  info: GraphQLResolveInfo,
) => unknown;

export type TypeResolvers<Source> = Record<string, FieldResolver<Source>>;

/** Resolvers by type and field name. Fields that are plain properties of the source need no entry. */
export type ResolverMap = Record<string, TypeResolvers<never>>;

/** Keeps the source type while a map is written, and forgets it when the maps are joined. */
export function resolversOf<Source>(resolvers: TypeResolvers<Source>): TypeResolvers<never> {
  return resolvers as TypeResolvers<never>;
}

type Called = (source: unknown, args: unknown, context: Context, info: GraphQLResolveInfo) => unknown;

export function fieldResolver(map: ResolverMap): GraphQLFieldResolver<unknown, Context> {
  return (source, args, context, info) => {
    const { name: typeName } = info.parentType;
    const own = map[typeName]?.[info.fieldName];
    if (own) return (own as unknown as Called)(source, args, context, info);
    if (isRecord(source) && info.fieldName in source) return source[info.fieldName];
    // A payload lists only what the mutation has to say.
    if (typeName.endsWith("Payload") && isRecord(source)) return null;
    throw new NotOnThisMachine(`Field '${info.fieldName}' of '${typeName}'`);
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
