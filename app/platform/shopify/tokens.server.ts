import { Session } from "@shopify/shopify-api";
import { z } from "zod";
import { env } from "~/env.server";
import { alone } from "~/platform/database/alone.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import type { ShopId } from "~/values/ids";
import { sessionStorage } from "./session-storage.server";

/** Offline tokens last an hour; one with less than this left is renewed before it is used. */
const RENEW_BEFORE_MS = 5 * 60_000;

const offlineId = (shopId: ShopId) => `offline_${shopId}`;

/**
 * The shop's offline token, renewed when it is nearly over. Refresh tokens are used up by use, so the
 * renewal is done by one process at a time (an advisory lock of the shop); the others wait and read it.
 * Throws NeverMind when the shop has none, NeedsMerchant when Shopify no longer accepts the renewal.
 */
export async function offlineToken(shopId: ShopId): Promise<string> {
  const fresh = freshToken(await sessionStorage.loadSession(offlineId(shopId)));
  return fresh ?? (await alone(`shopify token ${shopId}`, () => renew(shopId)));
}

/** The online token of a staff member, for actions Shopify should show as theirs; null when it is over. */
export async function onlineToken(shopId: ShopId, userId: string): Promise<string | null> {
  const session = await sessionStorage.loadSession(`${shopId}_${userId}`);
  const valid = session?.expires ? session.expires.getTime() > Date.now() + 60_000 : false;
  return valid ? (session?.accessToken ?? null) : null;
}

/** Is there a way to act for the shop while nobody of it is here: a token, or the means to renew one? */
export async function hasOfflineToken(shopId: ShopId): Promise<boolean> {
  const session = await sessionStorage.loadSession(offlineId(shopId));
  if (!session) return false;
  const renewable = session.refreshToken && (session.refreshTokenExpires?.getTime() ?? 0) > Date.now();
  return Boolean(renewable) || freshToken(session) !== null;
}

/**
 * Shopify no longer takes this token (the app was removed, or its access revoked): it is forgotten, so that
 * the next visit of the admin exchanges anew. One renewed meanwhile by another process is left alone.
 */
export async function forgetRefusedToken(shopId: ShopId, token: string, userId?: string): Promise<void> {
  for (const id of [offlineId(shopId), ...(userId ? [`${shopId}_${userId}`] : [])]) {
    const session = await sessionStorage.loadSession(id);
    if (session?.accessToken === token) await sessionStorage.deleteSession(id);
  }
}

function freshToken(session: Session | undefined): string | null {
  if (!session?.accessToken) return null;
  const left = session.expires ? session.expires.getTime() - Date.now() : Number.POSITIVE_INFINITY;
  return left > RENEW_BEFORE_MS ? session.accessToken : null;
}

const answerSchema = z.object({
  access_token: z.string(),
  scope: z.string(),
  expires_in: z.number(),
  refresh_token: z.string(),
  refresh_token_expires_in: z.number(),
});

async function renew(shopId: ShopId): Promise<string> {
  const session = await sessionStorage.loadSession(offlineId(shopId));
  if (!session) throw new NeverMind("The shop has no token: it has not installed the app, or removed it");
  const fresh = freshToken(session);
  if (fresh) return fresh;
  if (!session.refreshToken) throw new NeedsMerchant("The shop must open the app once to connect it again");
  const response = await fetch(`https://${shopId}/admin/oauth/access_token`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    signal: AbortSignal.timeout(10_000),
    body: JSON.stringify({
      client_id: env.SHOPIFY_API_KEY,
      client_secret: env.SHOPIFY_API_SECRET,
      grant_type: "refresh_token",
      refresh_token: session.refreshToken,
    }),
  }).catch(() => {
    throw new TryAgain("Shopify could not be reached to renew the token");
  });
  if (response.status >= 500 || response.status === 429)
    throw new TryAgain("Shopify could not renew the token");
  if (!response.ok) {
    // Without a session the next visit of the admin exchanges anew: that is the way back.
    await sessionStorage.deleteSession(session.id);
    throw new NeedsMerchant("The shop must open the app once to connect it again");
  }
  const answer = answerSchema.parse(await response.json());
  const now = Date.now();
  const renewed = new Session({
    ...session.toObject(),
    accessToken: answer.access_token,
    scope: answer.scope,
    expires: new Date(now + answer.expires_in * 1000),
    refreshToken: answer.refresh_token,
    refreshTokenExpires: new Date(now + answer.refresh_token_expires_in * 1000),
  });
  await sessionStorage.storeSession(renewed);
  return answer.access_token;
}
