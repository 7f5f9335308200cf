import { createHmac, randomUUID } from "node:crypto";
import { env } from "~/env.server";
import { SHOP } from "./database";

type Claims = Record<string, unknown>;

/** A session token as Shopify's admin hands it out, for one minute; any claim can be made wrong. */
export function sessionToken(claims: Claims = {}, { secret = env.SHOPIFY_API_SECRET, alg = "HS256" } = {}) {
  const now = Math.floor(Date.now() / 1000);
  const shop = typeof claims.shop === "string" ? claims.shop : SHOP;
  const { shop: _shop, ...over } = claims;
  const all = {
    iss: `https://${shop}/admin`,
    dest: `https://${shop}`,
    aud: env.SHOPIFY_API_KEY,
    sub: "42",
    exp: now + 60,
    nbf: now - 5,
    iat: now - 5,
    jti: randomUUID(),
    sid: randomUUID(),
    ...over,
  };
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg, typ: "JWT" })}.${part(all)}`;
  const signature = createHmac("sha256", secret).update(signed).digest("base64url");
  return alg === "none" ? `${signed}.` : `${signed}.${signature}`;
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}`, "user-agent": BROWSER });
export const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36";

/** What an embedded document's address carries. */
export const embedded = (token: string | null, shop = SHOP) => {
  const host = Buffer.from(`admin.shopify.com/store/${shop.split(".")[0]}`).toString("base64url");
  const query = new URLSearchParams({ shop, host, embedded: "1", ...(token ? { id_token: token } : {}) });
  return `?${query}`;
};

export type TokenOffice = {
  /** how often each kind was asked for: "offline", "online", "refresh" */
  asked: string[];
  /** what the next answers are, instead of a token */
  answer: { status: number; body: unknown } | null;
  /** access scopes of staff who are not owners, by user id */
  scopes: Record<string, string>;
  restore(): void;
};

const SCOPES = "read_all_orders,write_orders,write_returns,read_customers";

/**
 * Stands in for Shopify's token endpoint of every shop, by taking the place of fetch. Shopify's library keeps
 * the fetch of the moment it is first imported, so call this before importing the doors.
 */
export function tokenOffice(): TokenOffice {
  const real = globalThis.fetch;
  const office: TokenOffice = { asked: [], answer: null, scopes: {}, restore: () => {} };
  office.restore = () => {
    globalThis.fetch = real;
  };
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    if (!url.hostname.endsWith(".myshopify.com")) return real(input, init);
    const asked = JSON.parse(String(init?.body)) as Record<string, string>;
    const online = asked.requested_token_type?.includes("online");
    office.asked.push(asked.grant_type === "refresh_token" ? "refresh" : online ? "online" : "offline");
    await new Promise((later) => setTimeout(later, 20));
    if (office.answer) return Response.json(office.answer.body, { status: office.answer.status });
    return Response.json(online ? onlineGrant(asked.subject_token ?? "", office) : offlineGrant());
  };
  return office;
}

const offlineGrant = () => ({
  access_token: `shpat_${randomUUID()}`,
  scope: SCOPES,
  expires_in: 3600,
  refresh_token: `shprt_${randomUUID()}`,
  refresh_token_expires_in: 7_776_000,
});

function onlineGrant(token: string, office: TokenOffice) {
  const { sub } = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as {
    sub: string;
  };
  const scope = office.scopes[sub];
  return {
    access_token: `shpua_${randomUUID()}`,
    scope: SCOPES,
    expires_in: 86_399,
    associated_user_scope: scope ?? SCOPES,
    associated_user: {
      id: Number(sub),
      first_name: "Maya",
      last_name: null,
      email: "maya@staff.example",
      account_owner: scope === undefined,
      locale: "en",
      collaborator: false,
      email_verified: true,
    },
  };
}
