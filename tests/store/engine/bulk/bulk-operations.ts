import { parse } from "graphql";
import { CDN_HOST } from "../files/storage";
import { type ApiVersion, nearestVersion } from "../graphql/api-version";
import { type ConnectionArgs, nodeConnection } from "../graphql/connection";
import { userError } from "../graphql/errors";
import { type Context, type ResolverMap, resolversOf } from "../graphql/resolvers";
import { schemaFor } from "../graphql/schema";
import { documentErrors } from "../graphql/validate";
import type { ShopState } from "../state/shop";
import { bulkLines } from "./lines";

const MOST_AT_ONCE = 5;

export interface BulkOperation {
  __typename: "BulkOperation";
  id: string;
  status: string;
  type: string;
  query: string;
  errorCode: string | null;
  objectCount: number;
  rootObjectCount: number;
  fileSize: number | null;
  url: string | null;
  createdAt: string;
  completedAt: string | null;
}

export function bulkOperationRunQuery(_: unknown, { query }: { query: string }, context: Context) {
  const { shop, version } = context;
  const refuse = (message: string, code: string) => ({
    bulkOperation: null,
    userErrors: [userError(["query"], message, code)],
  });
  const running = shop
    .all<BulkOperation>("BulkOperation")
    .filter((each) => ["CREATED", "RUNNING"].includes(each.status));
  if (running.length >= MOST_AT_ONCE) {
    return refuse("The maximum number of concurrent bulk operations has been reached.", "LIMIT_REACHED");
  }
  const problem = queryProblem(query, version);
  if (problem) return refuse(`Invalid bulk query: ${problem}`, "INVALID");
  const operation: BulkOperation = shop.record({
    __typename: "BulkOperation",
    id: shop.newId("BulkOperation"),
    status: "CREATED",
    type: "QUERY",
    query,
    errorCode: null,
    objectCount: 0,
    rootObjectCount: 0,
    fileSize: null,
    url: null,
    createdAt: shop.now(),
    completedAt: null,
  });
  shop.soon(() => {
    if (operation.status === "CREATED") run(shop, operation, context);
  });
  return { bulkOperation: operation, userErrors: [] };
}

function queryProblem(query: string, version: ApiVersion): string | undefined {
  try {
    const document = parse(query);
    const [error] = documentErrors(schemaFor(nearestVersion(version)), document);
    if (error) return error.message;
    return /\bedges\b|\bnodes\b/.test(query)
      ? undefined
      : "Bulk queries must contain at least one connection.";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Results are lines of JSON behind an address; children name their parent. */
function run(shop: ShopState, operation: BulkOperation, context: Context): void {
  const lines = bulkLines(operation.query, context);
  const bytes = new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const path = `bulk/${operation.id.split("/").at(-1)}/results.jsonl`;
  if (lines.length > 0) {
    shop.storage.write(path, { bytes, contentType: "application/jsonl", filename: "results.jsonl" });
    operation.url = `${CDN_HOST}/${path}`;
  }
  operation.status = "COMPLETED";
  operation.objectCount = lines.length;
  operation.rootObjectCount = lines.filter((line) => !("__parentId" in line)).length;
  operation.fileSize = bytes.byteLength;
  operation.completedAt = shop.now();
  shop.tell("bulk_operations/finish", operation, () => ({
    admin_graphql_api_id: operation.id,
    completed_at: operation.completedAt,
    created_at: operation.createdAt,
    error_code: operation.errorCode,
    status: operation.status.toLowerCase(),
    type: "query",
  }));
}

export function bulkOperations(_: unknown, args: ConnectionArgs, { shop }: Context) {
  return nodeConnection(shop.all<BulkOperation>("BulkOperation").reverse(), args);
}

export function currentBulkOperation(_: unknown, __: unknown, { shop }: Context) {
  return shop.all<BulkOperation>("BulkOperation").at(-1) ?? null;
}

export function bulkOperationCancel(_: unknown, { id }: { id: string }, { shop }: Context) {
  const bulkOperation = shop.find<BulkOperation>("BulkOperation", id);
  if (!bulkOperation) {
    return { bulkOperation: null, userErrors: [userError(["id"], "Bulk operation does not exist")] };
  }
  if (!["CREATED", "RUNNING"].includes(bulkOperation.status)) {
    const message = `A bulk operation cannot be canceled when it is ${bulkOperation.status.toLowerCase()}`;
    return { bulkOperation, userErrors: [userError(null, message)] };
  }
  bulkOperation.status = "CANCELED";
  return { bulkOperation, userErrors: [] };
}

export const bulkResolvers: ResolverMap = {
  BulkOperation: resolversOf<BulkOperation>({
    objectCount: (each) => String(each.objectCount),
    rootObjectCount: (each) => String(each.rootObjectCount),
    fileSize: (each) => (each.fileSize === null ? null : String(each.fileSize)),
    partialDataUrl: () => null,
  }),
};
