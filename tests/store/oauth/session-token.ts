import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** The token App Bridge hands the app: who is looking, and at which shop. Valid for a minute. */
export interface SessionTokenClaims {
  iss: string;
  dest: string;
  aud: string;
  sub: string;
  exp: number;
  nbf: number;
  iat: number;
  jti: string;
  sid: string;
}

export interface MintSessionToken {
  shop: string;
  apiKey: string;
  apiSecret: string;
  userId?: string;
  /** Seconds; negative for a token that is already over. */
  validFor?: number;
  /** Milliseconds; the machine's time unless told. */
  now?: number;
  /** Any claim, to mint tokens that ought to be refused. */
  claims?: Partial<SessionTokenClaims>;
}

export function mintSessionToken(mint: MintSessionToken): string {
  const now = Math.floor((mint.now ?? Date.now()) / 1000);
  const claims: SessionTokenClaims = {
    iss: `https://${mint.shop}/admin`,
    dest: `https://${mint.shop}`,
    aud: mint.apiKey,
    sub: mint.userId ?? "42",
    exp: now + (mint.validFor ?? 60),
    nbf: now - 5,
    iat: now - 5,
    jti: randomUUID(),
    sid: randomUUID(),
    ...mint.claims,
  };
  return signJwt(claims, mint.apiSecret);
}

/** A customer account extension's token: `dest` is the bare domain, `sub` only when someone is signed in. */
export function mintCustomerToken(
  mint: Omit<MintSessionToken, "userId" | "claims"> & { customerId?: string },
): string {
  const now = Math.floor((mint.now ?? Date.now()) / 1000);
  return signJwt(
    {
      dest: mint.shop,
      aud: mint.apiKey,
      exp: now + (mint.validFor ?? 300),
      nbf: now - 5,
      iat: now - 5,
      jti: randomUUID(),
      ...(mint.customerId ? { sub: mint.customerId } : {}),
    },
    mint.apiSecret,
  );
}

function signJwt(claims: object, secret: string): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

export function readSessionToken(
  token: string,
  secret: string,
  at: number = Date.now(),
): SessionTokenClaims | undefined {
  const [header, body, signature] = token.split(".");
  if (!header || !body || !signature) return undefined;
  const expected = createHmac("sha256", secret).update(`${header}.${body}`).digest();
  const given = Buffer.from(signature, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as SessionTokenClaims;
  const now = at / 1000;
  return claims.exp > now && claims.nbf <= now + 10 ? claims : undefined;
}
