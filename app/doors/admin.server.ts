import "@shopify/shopify-app-remix/adapters/node";
import type { Session } from "@shopify/shopify-api";
import { ApiVersion, AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";
import { alone } from "~/platform/database/alone.server";
import { mintShop, type Shop } from "~/platform/database/shop.server";
import { log, noteInLog } from "~/platform/log.server";
import { readSessionToken } from "~/platform/shopify/api.server";
import { shopifyApp as us } from "~/platform/shopify/app.server";
import { sessionStorage } from "~/platform/shopify/session-storage.server";
import { hasOfflineToken } from "~/platform/shopify/tokens.server";
import { readShopId, type ShopId } from "~/values/ids";
import { type AdminProblem, problemAnswer } from "./admin-problem";

/** Runs after a shop's staff member got in for the first time, or again after the token ended. */
type OnInstalled = (shop: Shop) => Promise<void>;
let onInstalled: OnInstalled = async () => {};

/** The web process says what follows an installation; doors may not know features. */
export function afterInstall(then: OnInstalled) {
  onInstalled = then;
}

const app = shopifyApp({
  apiKey: us.key,
  apiSecretKey: us.secret,
  apiVersion: ApiVersion.July26,
  appUrl: us.url,
  authPathPrefix: "/auth",
  sessionStorage,
  distribution: AppDistribution.AppStore,
  useOnlineTokens: true,
  isEmbeddedApp: true,
  future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  logger: { level: 0, log: async (_severity, _message) => log.debug("shopify library event") },
  hooks: {
    afterAuth: async ({ session }) => {
      const shopId = readShopId(session.shop);
      if (shopId) await onInstalled(mintShop(shopId));
    },
  },
});

/** What App Bridge needs to know which app this is. Public. */
export const apiKey = us.key;

/** What a staff member may do, in Shopify's access scopes. */
const STAFF_SCOPES = [
  "write_orders",
  "write_returns",
  "read_orders",
  "read_returns",
  "read_customers",
] as const;
export type StaffScope = (typeof STAFF_SCOPES)[number];

export type Staff = {
  /** Shopify's user id: calls can be made as them */
  id: string;
  name: string;
  /** as Shopify knows it; null when it says none */
  email: string | null;
  owner: boolean;
  /** may they use what needs this access scope? */
  may(scope: StaffScope): boolean;
  /** may they use all of it? The account's owner, and staff with every one of these scopes */
  full: boolean;
};

export type AdminVisit = { shop: Shop; staff: Staff };

/**
 * The door of the embedded admin: a session token of Shopify's, checked and exchanged by its library. Throws
 * the library's own answers (bounce page, 401 with the retry header) for whoever has none, and a page that
 * says what to do (AdminProblem) where those would lead nowhere or round in circles.
 */
export async function admin(request: Request): Promise<AdminVisit> {
  const session = await authenticate(request).catch((thrown: unknown) => {
    throw thrown instanceof Response ? withoutLoops(request, thrown) : thrown;
  });
  const shopId = readShopId(session.shop);
  if (!shopId) throw problem("reconnect", 401, request);
  noteInLog({ shopId });
  return { shop: mintShop(shopId), staff: staffOf(session) };
}

/** As `admin`, for what only staff with this scope may do: others get the no-permission page, 403. */
export async function adminWho(request: Request, scope: StaffScope): Promise<AdminVisit> {
  const visit = await admin(request);
  if (!visit.staff.may(scope)) throw problem("forbidden", 403, request);
  return visit;
}

/** As `admin`, for what only the account's owner and staff with full permissions may do: others get the same page. */
export async function adminInFull(request: Request): Promise<AdminVisit> {
  const visit = await admin(request);
  if (!visit.staff.full) throw problem("forbidden", 403, request);
  return visit;
}

function staffOf(session: Session): Staff {
  const user = session.onlineAccessInfo?.associated_user;
  const scopes = new Set(
    (session.onlineAccessInfo?.associated_user_scope ?? session.scope ?? "").split(",").flatMap(implied),
  );
  // Shopify's storage gives back "null" for a name it does not have.
  const names = [user?.first_name, user?.last_name].filter((name) => name && name !== "null");
  const owner = user?.account_owner === true;
  const may = (scope: StaffScope) => owner || scopes.has(scope);
  return {
    id: String(user?.id ?? ""),
    name: names.join(" ") || "Staff",
    email: user?.email && user.email !== "null" ? user.email : null,
    owner,
    may,
    full: STAFF_SCOPES.every(may),
  };
}

/** Shopify's rule: who may write may read. */
const implied = (scope: string) =>
  scope.startsWith("write_") ? [scope, scope.replace("write_", "read_")] : [scope.trim()];

type Claims = { shopId: ShopId; userId: string };

/** The session of a valid session token. Whoever comes first exchanges; those beside them wait for it. */
async function authenticate(request: Request): Promise<Session> {
  const claims = await claimsOf(request);
  const byLibrary = async () => (await app.authenticate.admin(request)).session;
  if (!claims || (await isSignedIn(claims))) return byLibrary();
  return inTurn(claims.shopId, async () => {
    if (await isSignedIn(claims)) return byLibrary();
    // The lock of the token's renewal: two exchanges, or one beside a renewal, would store a spent token.
    return alone(`shopify token ${claims.shopId}`, async () => {
      if (!(await hasOfflineToken(claims.shopId))) await sessionStorage.deleteSession(sessionId(claims));
      return byLibrary();
    });
  });
}

const sessionId = ({ shopId, userId }: Claims) => `${shopId}_${userId}`;
/** The library exchanges anew a little before the end. */
const NEARLY_OVER_MS = 5 * 60_000;

async function isSignedIn(claims: Claims): Promise<boolean> {
  const [session, reachable] = await Promise.all([
    sessionStorage.loadSession(sessionId(claims)),
    hasOfflineToken(claims.shopId),
  ]);
  return reachable && Boolean(session?.isActive(undefined, NEARLY_OVER_MS));
}

/**
 * Who a session token speaks for; null when there is none or it is not valid now, which the library answers.
 * Refuses what the library does not look at: a token issued by one shop for another, and an address that
 * names another shop than the token.
 */
async function claimsOf(request: Request): Promise<Claims | null> {
  const query = new URL(request.url).searchParams;
  const token = bearer(request) ?? query.get("id_token");
  const says = token ? await readSessionToken(token).catch(() => null) : null;
  if (!says) return null;
  const shopId = readShopId(hostOf(says.dest));
  if (!shopId || hostOf(says.iss) !== shopId || !says.sub) throw problem("reconnect", 401, request);
  const named = query.get("shop");
  if (named && readShopId(named) !== shopId) throw problem("reconnect", 403, request);
  return { shopId, userId: says.sub };
}

const bearer = (request: Request) =>
  /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? null;

const hostOf = (address: string | undefined) =>
  address && URL.canParse(address) ? new URL(address).hostname : null;

const turns = new Map<ShopId, Promise<unknown>>();

/** Runs work of one shop one after another in this process, so that waiting costs no database connection. */
async function inTurn<T>(shopId: ShopId, work: () => Promise<T>): Promise<T> {
  const before = turns.get(shopId);
  const mine = (before ?? Promise.resolve()).then(work, work);
  const settled = mine.then(
    () => undefined,
    () => undefined,
  );
  turns.set(shopId, settled);
  try {
    return await mine;
  } finally {
    if (turns.get(shopId) === settled) turns.delete(shopId);
  }
}

const BOUNCE_PAGE = "/auth/session-token";
const BOUNCED = "bounced";
/** A second bounce this soon means that fresh tokens do not help. */
const LOOP_SECONDS = 20;

/**
 * The library sends a document without a valid token to a page where App Bridge gets a fresh one. When the
 * fresh one is not taken either (revoked access, wrong clock, wrong secret), that would go on for ever: the
 * second time a page says what to do. Its failures without words get a page too.
 */
function withoutLoops(request: Request, thrown: Response): Response {
  if (thrown.status >= 500) return problem("shopifyDown", 503, request);
  const location = thrown.headers.get("location");
  if (!location?.startsWith(BOUNCE_PAGE)) return thrown;
  const now = Math.floor(Date.now() / 1000);
  const before = Number(new URL(request.url).searchParams.get(BOUNCED) ?? 0);
  if (Math.abs(now - before) < LOOP_SECONDS) return problem("reconnect", 401, request);
  const page = new URL(location, us.url);
  const back = new URL(page.searchParams.get("shopify-reload") ?? us.url);
  back.searchParams.set(BOUNCED, String(now));
  page.searchParams.set("shopify-reload", back.toString());
  return new Response(null, { status: 302, headers: { location: page.pathname + page.search } });
}

/** A page's worth of problem, with the address that opens the app afresh when the shop is known. */
function problem(kind: AdminProblem["problem"], status: number, request: Request): Response {
  const shopId = readShopId(new URL(request.url).searchParams.get("shop"));
  const reopen = shopId ? `https://${shopId}/admin/apps/${us.key}` : null;
  return problemAnswer({ problem: kind, reopen }, status);
}

/** Puts Shopify's headers (frame-ancestors of this shop, preload) on an HTML answer. */
export const addDocumentHeaders = app.addDocumentResponseHeaders;

/** The bounce page and the other addresses under /auth that Shopify's library answers. */
export const authenticateOnly = (request: Request) => app.authenticate.admin(request);
