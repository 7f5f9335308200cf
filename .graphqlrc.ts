import fs from "node:fs";
import zlib from "node:zlib";
import type { CodegenConfig } from "@graphql-codegen/cli";

// Shopify publishes each version's schema, compressed, in its own toolkit package.
const version = "2026-07";
const published = `node_modules/@shopify/ai-toolkit/skills/shopify-admin/assets/admin_${version}.json.br`;
const schema = `.cache/admin-${version}.json`;
fs.mkdirSync(".cache", { recursive: true });
fs.writeFileSync(schema, zlib.brotliDecompressSync(fs.readFileSync(published)));

const config: CodegenConfig = {
  schema,
  documents: ["app/platform/shopify/operations/*.graphql"],
  generates: {
    "app/platform/shopify/generated.ts": {
      plugins: ["typescript", "typescript-operations", "typed-document-node"],
      config: {
        onlyOperationTypes: true,
        useTypeImports: true,
        enumsAsTypes: true,
        skipTypename: true,
        dedupeFragments: true,
        documentMode: "documentNode",
        optimizeDocumentNode: true,
        defaultScalarType: "unknown",
        scalars: {
          DateTime: "string",
          Date: "string",
          Decimal: "string",
          Money: "string",
          URL: "string",
          HTML: "string",
          UnsignedInt64: "string",
          BigInt: "string",
          FormattedString: "string",
          ARN: "string",
          UtcOffset: "string",
          StorefrontID: "string",
          Color: "string",
          JSON: "unknown",
        },
      },
    },
  },
};
export default config;
