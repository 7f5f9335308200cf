import { randomUUID } from "node:crypto";
import { type Request, type Response, Router } from "express";
import type { Shopify } from "../engine/index";
import type { Faults } from "../faults";
import { anyBody, bytesOf } from "../http/body";
import type { Installs } from "../installs";
import type { AccessTokens } from "../oauth/access-tokens";
import { sufferFault } from "./suffer-fault";

export interface AdminApiParts {
  shopify: Shopify;
  faults: Faults;
  installs: Installs;
  /** Absent when the store stands alone: then every token opens it. */
  tokens: AccessTokens | undefined;
  shopOf(request: Request): string | undefined;
  onCall(call: ApiCall): void;
}

/** One line of the log of what the app asked. */
export interface ApiCall {
  at: Date;
  shop: string;
  operation: string;
  status: number;
  ms: number;
  fault: string | undefined;
  errors: number;
}

interface GraphQLRequest {
  query?: unknown;
  variables?: Record<string, unknown>;
  operationName?: string;
}

export function adminApiRoutes(parts: AdminApiParts): Router {
  const router = Router();
  router.post("/admin/api/:version/graphql.json", anyBody, (request, response, next) => {
    answer(parts, request, response).catch(next);
  });
  return router;
}

async function answer(parts: AdminApiParts, request: Request, response: Response): Promise<void> {
  const started = performance.now();
  const shop = parts.shopOf(request);
  const requestId = randomUUID();
  response.set({ "x-request-id": requestId, "x-shopify-stage": "production" });
  if (!shop) {
    response.status(404).json({ errors: "Not Found" });
    return;
  }
  const body = readBody(request);
  const log = (status: number, fault?: string, errors = 0) =>
    parts.onCall({
      at: new Date(),
      shop,
      operation: nameOf(body),
      status,
      ms: performance.now() - started,
      fault,
      errors,
    });

  const fault = parts.faults.draw();
  if (fault) {
    log(await sufferFault(fault, parts.faults.settings(), response), fault);
    return;
  }
  if (parts.tokens && !mayEnter(parts.tokens, parts.installs, request, shop)) {
    log(401);
    response.status(401).json({
      errors: "[API] Invalid API key or access token (unrecognized login or wrong password)",
    });
    return;
  }
  if (typeof body?.query !== "string") {
    log(400);
    response.status(400).json({ errors: { query: "Required parameter missing or invalid" } });
    return;
  }
  await pause(parts.faults.settings().delayMs);
  const result = await parts.shopify.execute({
    shop,
    apiVersion: String(request.params.version),
    query: body.query,
    variables: body.variables ?? {},
    operationName: body.operationName,
    requestId,
    accessScopes: parts.installs.scopes(shop),
  });
  log(result.status, undefined, Array.isArray(result.body.errors) ? result.body.errors.length : 0);
  response.status(result.status).set("x-shopify-api-version", result.apiVersion).json(result.body);
}

const pause = (ms: number) => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : undefined);

function mayEnter(tokens: AccessTokens, installs: Installs, request: Request, shop: string): boolean {
  return installs.has(shop) && tokens.opens(request.get("x-shopify-access-token")) === shop;
}

/** `application/graphql` bodies are the query itself, as at Shopify. */
function readBody(request: Request): GraphQLRequest | undefined {
  const text = bytesOf(request).toString("utf8");
  if (request.is("application/graphql")) return { query: text };
  try {
    return JSON.parse(text) as GraphQLRequest;
  } catch {
    return undefined;
  }
}

function nameOf(body: GraphQLRequest | undefined): string {
  const query = typeof body?.query === "string" ? body.query : "";
  return body?.operationName ?? /\b(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? "(unnamed)";
}
