import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import {
  buildClientSchema,
  concatAST,
  type DocumentNode,
  type IntrospectionQuery,
  parse,
  validate,
} from "graphql";
import { describe, expect, it } from "vitest";
import { API_VERSION } from "~/platform/shopify/client.server";

/** Shopify's published schemas, by version, each with the digest of the very file it was checked against. */
const SCHEMAS = {
  "2026-07": "26112d3cded7a933565d3400a4a490018ed657d0bb0614fc8d2b11db00fd033f",
  "2026-10": "28bf032f5b314ecc7ba2865a0e914938c8de7decb2d26351c7b1829e7accd9d4",
};

const FOLDER = "app/platform/shopify/operations";
const toolkit = createRequire(import.meta.url).resolve("@shopify/ai-toolkit/package.json");
const schemaFile = (version: string) =>
  fs.readFileSync(path.join(path.dirname(toolkit), `skills/shopify-admin/assets/admin_${version}.json.br`));

const operations: DocumentNode = concatAST(
  fs
    .readdirSync(FOLDER)
    .filter((name) => name.endsWith(".graphql"))
    .map((name) => parse(fs.readFileSync(path.join(FOLDER, name), "utf8"))),
);

describe.each(Object.entries(SCHEMAS))("Shopify's operations on %s", (version, digest) => {
  it("are checked against the published schema we know", () => {
    expect(createHash("sha256").update(schemaFile(version)).digest("hex")).toBe(digest);
  });

  it("are valid, every one", () => {
    const { data } = JSON.parse(brotliDecompressSync(schemaFile(version)).toString()) as {
      data: IntrospectionQuery;
    };
    const broken = validate(buildClientSchema(data, { assumeValid: true }), operations);
    expect(broken.map((error) => error.message)).toEqual([]);
  });
});

it("the client calls the older of the two", () => expect(API_VERSION).toBe(Object.keys(SCHEMAS)[0]));

it("operations have names of their own, and each is used", () => {
  const names = operations.definitions.flatMap((one) =>
    one.kind === "OperationDefinition" ? (one.name?.value ?? "without a name") : [],
  );
  expect(new Set(names).size).toBe(names.length);
  const code = fs
    .readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith("generated.ts"))
    .map((file) => fs.readFileSync(path.join("app", file), "utf8"))
    .join("\n");
  expect(names.filter((name) => !code.includes(`${name}Document`))).toEqual([]);
});
