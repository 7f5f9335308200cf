import { randomBytes } from "node:crypto";
import { staffMember } from "./staff";

const HOUR = 3600;
const OFFLINE_SECONDS = HOUR;
const REFRESH_SECONDS = 90 * 24 * HOUR;
const ONLINE_SECONDS = 24 * HOUR - 1;

interface AccessToken {
  shop: string;
  kind: "offline" | "online";
  expiresAt: number | undefined;
  revoked: boolean;
}

interface RefreshToken {
  shop: string;
  expiresAt: number;
  used: boolean;
  accessToken: string;
}

export interface OfflineGrant {
  access_token: string;
  scope: string;
  expires_in?: number;
  refresh_token?: string;
  refresh_token_expires_in?: number;
}

export interface AccessTokens {
  grantOffline(shop: string, scopes: string[], expiring: boolean): OfflineGrant;
  grantOnline(shop: string, scopes: string[], userId: string): object;
  refresh(shop: string, refreshToken: string, scopes: string[]): OfflineGrant | undefined;
  /** The shop a token opens, if it opens one. */
  opens(token: string | undefined): string | undefined;
  revoke(token: string): void;
  revokeAll(shop: string): number;
}

export function createAccessTokens(now: () => number): AccessTokens {
  const access = new Map<string, AccessToken>();
  const refresh = new Map<string, RefreshToken>();
  const later = (seconds: number) => now() + seconds * 1000;

  function grantOffline(shop: string, scopes: string[], expiring: boolean): OfflineGrant {
    const token = `shpat_${randomBytes(16).toString("hex")}`;
    access.set(token, {
      shop,
      kind: "offline",
      expiresAt: expiring ? later(OFFLINE_SECONDS) : undefined,
      revoked: false,
    });
    const grant = { access_token: token, scope: scopes.join(",") };
    if (!expiring) return grant;
    const refreshToken = `shprt_${randomBytes(16).toString("hex")}`;
    refresh.set(refreshToken, { shop, expiresAt: later(REFRESH_SECONDS), used: false, accessToken: token });
    return {
      ...grant,
      expires_in: OFFLINE_SECONDS,
      refresh_token: refreshToken,
      refresh_token_expires_in: REFRESH_SECONDS,
    };
  }

  return {
    grantOffline,
    grantOnline(shop, scopes, userId) {
      const token = `shpua_${randomBytes(16).toString("hex")}`;
      access.set(token, { shop, kind: "online", expiresAt: later(ONLINE_SECONDS), revoked: false });
      return {
        access_token: token,
        scope: scopes.join(","),
        expires_in: ONLINE_SECONDS,
        associated_user_scope: scopes.join(","),
        session: randomBytes(16).toString("hex"),
        associated_user: staffMember(userId),
      };
    },
    refresh(shop, refreshToken, scopes) {
      const held = refresh.get(refreshToken);
      if (!held || held.shop !== shop || held.used || held.expiresAt <= now()) return undefined;
      held.used = true;
      return grantOffline(shop, scopes, true);
    },
    opens(token) {
      const held = token ? access.get(token) : undefined;
      if (!held || held.revoked || (held.expiresAt ?? Infinity) <= now()) return undefined;
      return held.shop;
    },
    revoke(token) {
      const held = access.get(token);
      if (held) held.revoked = true;
    },
    revokeAll(shop) {
      let count = 0;
      for (const token of access.values()) {
        if (token.shop === shop && !token.revoked) {
          token.revoked = true;
          count++;
        }
      }
      for (const token of refresh.values()) if (token.shop === shop) token.used = true;
      return count;
    },
  };
}
