import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";
import type { ApiVersion } from "./api-version";

const built = new Map<ApiVersion, GraphQLSchema>();

/** Shopify's own published schema, built once per version and process. */
export function schemaFor(version: ApiVersion): GraphQLSchema {
  const known = built.get(version);
  if (known) return known;
  const schema = buildClientSchema(readIntrospection(version), { assumeValid: true });
  built.set(version, schema);
  return schema;
}

function readIntrospection(version: ApiVersion): IntrospectionQuery {
  const toolkit = createRequire(import.meta.url).resolve("@shopify/ai-toolkit/package.json");
  const file = join(dirname(toolkit), "skills/shopify-admin/assets", `admin_${version}.json.br`);
  const parsed = JSON.parse(brotliDecompressSync(readFileSync(file)).toString()) as {
    data: IntrospectionQuery;
  };
  return parsed.data;
}
