import { type Request, type Response, Router } from "express";
import { anyBody, fieldsOf } from "../http/body";
import type { Installs } from "../installs";
import type { AccessTokens } from "./access-tokens";
import { readSessionToken } from "./session-token";

const exchange = "urn:ietf:params:oauth:grant-type:token-exchange";
const online = "urn:shopify:params:oauth:token-type:online-access-token";
const offline = "urn:shopify:params:oauth:token-type:offline-access-token";

export interface OAuthParts {
  apiKey: string;
  apiSecret: string;
  tokens: AccessTokens;
  installs: Installs;
  now(): number;
  shopOf(request: Request): string | undefined;
}

/** `POST /admin/oauth/access_token`: token exchange, migration to expiring tokens, and refresh. */
export function oauthRoutes(parts: OAuthParts): Router {
  const router = Router();
  router.post("/admin/oauth/access_token", anyBody, (request, response) => {
    const shop = parts.shopOf(request);
    const fields = fieldsOf(request);
    const field = (name: string) => (fields[name] === undefined ? "" : String(fields[name]));
    if (!shop) return refuse(response, "invalid_request", "This shop is unknown", 404);
    if (field("client_id") !== parts.apiKey || field("client_secret") !== parts.apiSecret) {
      return refuse(response, "invalid_client", "The client credentials are not valid", 401);
    }
    if (!parts.installs.has(shop))
      return refuse(response, "app_not_installed", "The app is not installed on this shop");
    if (field("grant_type") === "refresh_token")
      return refresh(parts, shop, field("refresh_token"), response);
    if (field("grant_type") === exchange) return exchangeToken(parts, shop, field, response);
    return refuse(response, "unsupported_grant_type", `Grant type ${field("grant_type")} is not known here`);
  });
  return router;
}

function refresh(parts: OAuthParts, shop: string, token: string, response: Response): Response {
  const grant = parts.tokens.refresh(shop, token, parts.installs.scopes(shop));
  if (!grant)
    return refuse(response, "invalid_grant", "The refresh token was used before, is over, or is not ours");
  return response.json(grant);
}

function exchangeToken(
  parts: OAuthParts,
  shop: string,
  field: (name: string) => string,
  response: Response,
): Response {
  const scopes = parts.installs.scopes(shop);
  const expiring = ["1", "true"].includes(field("expiring"));
  if (field("subject_token_type") === offline) {
    if (parts.tokens.opens(field("subject_token")) !== shop) {
      return refuse(response, "invalid_subject_token", "The offline token does not open this shop");
    }
    parts.tokens.revoke(field("subject_token"));
    return response.json(parts.tokens.grantOffline(shop, scopes, expiring));
  }
  const claims = readSessionToken(field("subject_token"), parts.apiSecret, parts.now());
  if (!claims || claims.aud !== parts.apiKey || claims.dest !== `https://${shop}`) {
    return refuse(response, "invalid_subject_token", "The session token is not valid for this app and shop");
  }
  if (field("requested_token_type") === online) {
    return response.json(parts.tokens.grantOnline(shop, scopes, claims.sub));
  }
  return response.json(parts.tokens.grantOffline(shop, scopes, expiring));
}

function refuse(response: Response, error: string, description: string, status = 400): Response {
  return response.status(status).json({ error, error_description: description });
}
