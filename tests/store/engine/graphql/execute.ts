import {
  type DocumentNode,
  execute,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLFormattedError,
  Kind,
  type OperationDefinitionNode,
  parse,
} from "graphql";
import type { ExecuteAnswer, ExecuteRequest, GraphQLBody } from "../contract";
import type { ShopState } from "../state/shop";
import { actualCost } from "./actual-cost";
import { type ApiVersion, nearestVersion } from "./api-version";
import { requestedCost } from "./cost";
import type { TopLevelError } from "./errors";
import { inputSizeErrors } from "./input-size";
import type { Context } from "./resolvers";
import { schemaFor } from "./schema";
import type { CostBucket } from "./throttle";
import { documentErrors } from "./validate";
import { variableErrors } from "./variables";

const LARGEST_QUERY = 1000;
const RATE_LIMIT_DOCS = "https://shopify.dev/api/usage/rate-limits";

export interface Serving {
  shop: ShopState;
  bucket: CostBucket;
  resolve: GraphQLFieldResolver<unknown, Context>;
}

/** One request, from text to the body Shopify would send. */
export async function answer(request: ExecuteRequest, serving: Serving): Promise<ExecuteAnswer> {
  const version = nearestVersion(request.apiVersion);
  return { status: 200, apiVersion: version, body: await bodyFor(request, serving, version) };
}

async function bodyFor(request: ExecuteRequest, serving: Serving, version: ApiVersion): Promise<GraphQLBody> {
  const schema = schemaFor(version);
  const document = read(request.query);
  if ("errors" in document) return document;
  const invalid = documentErrors(schema, document);
  if (invalid.length > 0) return { errors: invalid };
  const operation = chosen(document, request.operationName);
  if ("errors" in operation) return operation;
  const variables = request.variables ?? {};
  const wrong = variableErrors(schema, operation, variables);
  if (wrong.length > 0) return { errors: wrong };

  const fragments = fragmentsOf(document);
  const requested = requestedCost({ schema, operation, fragments, variables });
  const throttled = request.throttle !== false;
  if (requested > LARGEST_QUERY) return { errors: [tooCostly(requested)] };
  if (throttled && !serving.bucket.take(requested)) return refusal(requested, serving.bucket);
  const oversized = inputSizeErrors(schema, rootFields(operation), variables);
  if (oversized.length > 0) return { errors: oversized };

  const result = await execute({
    schema,
    document,
    rootValue: {},
    contextValue: contextOf(request, serving, version),
    variableValues: variables,
    operationName: operation.name?.value ?? null,
    fieldResolver: serving.resolve,
  });
  const data = result.data ?? null;
  const actual = actualCost({ schema, fragments, variables }, operation, data);
  if (throttled) serving.bucket.giveBack(requested - actual);
  const errors = result.errors?.map(formatError);
  return {
    ...(errors && errors.length > 0 ? { errors } : {}),
    data,
    extensions: {
      cost: {
        requestedQueryCost: requested,
        actualQueryCost: actual,
        throttleStatus: serving.bucket.status(),
      },
    },
  };
}

function contextOf(request: ExecuteRequest, { shop, resolve }: Serving, version: ApiVersion): Context {
  return { shop, version, accessScopes: request.accessScopes ?? [], resolve };
}

function read(query: string): DocumentNode | { errors: TopLevelError[] } {
  try {
    return parse(query);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const where = error.locations?.[0] ?? { line: 1, column: 1 };
    const unexpected = error.message.replace(/^Syntax Error: /, "").replace(/\.$/, "");
    return {
      errors: [
        { message: `syntax error, ${unexpected} at [${where.line}, ${where.column}]`, locations: [where] },
      ],
    };
  }
}

function chosen(
  document: DocumentNode,
  name?: string,
): OperationDefinitionNode | { errors: TopLevelError[] } {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const found = name ? operations.find((each) => each.name?.value === name) : operations[0];
  if (found && (name || operations.length === 1)) return found;
  if (name) return { errors: [{ message: `No operation named "${name}"` }] };
  return { errors: [{ message: "An operation name is required" }] };
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  return fragments;
}

function rootFields(operation: OperationDefinitionNode): FieldNode[] {
  return operation.selectionSet.selections.filter((each) => each.kind === Kind.FIELD);
}

function tooCostly(cost: number): TopLevelError {
  return {
    message: [
      `Query cost is ${cost}, which exceeds the single query max cost limit (${LARGEST_QUERY}).`,
      "",
      "See https://shopify.dev/concepts/about-apis/rate-limits for more information on how the",
      "cost of a query is calculated.",
      "",
      "To query larger amounts of data with fewer limits, bulk operations should be used instead.",
      "See https://shopify.dev/tutorials/perform-bulk-operations-with-admin-api for usage details.",
      "",
    ].join("\n"),
    extensions: { code: "MAX_COST_EXCEEDED", cost, maxCost: LARGEST_QUERY, documentation: RATE_LIMIT_DOCS },
  };
}

function refusal(requested: number, bucket: CostBucket): GraphQLBody {
  return {
    errors: [{ message: "Throttled", extensions: { code: "THROTTLED", documentation: RATE_LIMIT_DOCS } }],
    extensions: {
      cost: { requestedQueryCost: requested, actualQueryCost: null, throttleStatus: bucket.status() },
    },
  };
}

function formatError(error: GraphQLError): GraphQLFormattedError {
  const { message, locations, path, extensions } = error.toJSON();
  const isOurs = Object.keys(extensions ?? {}).length > 0;
  return {
    message,
    ...(locations ? { locations } : {}),
    extensions: isOurs ? extensions : { code: "INTERNAL_SERVER_ERROR" },
    ...(path ? { path } : {}),
  } as GraphQLFormattedError;
}
