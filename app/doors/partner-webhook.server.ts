import type { PartnerRequest } from "~/platform/channels/channel";
import { mintShop, type Shop } from "~/platform/database/shop.server";
import { isInstalled } from "~/platform/database/shops.server";
import { log, withLogContext } from "~/platform/log.server";
import { partnerUrl, readCarrierPass, readMailPass, readPartnerPass } from "~/platform/partner-pass.server";
import type { ShopId } from "~/values/ids";
import { readPostedForm } from "./posted-form";
import { readBytes } from "./read-bytes.server";
import { readText } from "./read-form.server";

/** Meta sends up to 3 MB at once: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview */
const MOST_BYTES = 3 * 1024 * 1024;

export type PartnerVisit = { shop: Shop; notificationId: string | null; request: PartnerRequest };

/**
 * The door for a shop's providers. The signed address says which shop's account is meant; that it is the provider
 * who knocks, the account's own secret must prove (`readWebhook`). Null for addresses that are not ours.
 */
export async function partner(request: Request, token: string): Promise<PartnerVisit | null> {
  const pass = readPartnerPass(token, new Date());
  if (!pass || request.method !== "POST" || !(await isInstalled(pass.shopId))) return null;
  const body = await readText(request, MOST_BYTES);
  // Signed is the address as it was given out, whatever a proxy made of it on the way.
  const url = partnerUrl(pass.shopId, pass.notificationId);
  return {
    shop: mintShop(pass.shopId),
    notificationId: pass.notificationId,
    request: { url, headers: request.headers, body },
  };
}

/** A provider that asks, before it sends anything, whether the address is ours. Null for addresses that are not. */
export async function partnerAsks(
  request: Request,
  token: string,
): Promise<{ shop: Shop; query: URLSearchParams } | null> {
  const pass = readPartnerPass(token, new Date());
  if (!pass || !(await isInstalled(pass.shopId))) return null;
  return { shop: mintShop(pass.shopId), query: new URL(request.url).searchParams };
}

/** A parcel with all its scans has some 30 KB. */
const MOST_CARRIER_BYTES = 1_000_000;

/** What a carrier sent, as it came: signatures are over the very bytes. */
export type Knock = { headers: Headers; body: Buffer; form: () => Map<string, Buffer> | null };

/** What became of asking whether it is genuine; null: the account is not there. */
export type Belief<T> = { ok: true; value: T } | { ok: false; refusal: { code: string } } | null;

type Taking<T> = {
  /** Is it signed with what was agreed with this account? */
  believe(shop: Shop, accountId: string, knock: Knock): Promise<Belief<T>>;
  /** Takes it in for good; said again, or out of order, it must change nothing. */
  take(shop: Shop, value: T): Promise<unknown>;
};

/**
 * The door for carriers. The address names a shop and one of its accounts; what comes there is read only when it
 * is signed with that account's secret, and answered 200 only once it was taken in. Answers 405, 404 for an
 * address that is none (or not any more), 413 for too large, 400 for what is signed and cannot be read, 401 for
 * what is not believed, and 503 when it could not be kept, so that it is sent again.
 */
export const carrier = <T>(request: Request, token: string, taking: Taking<T>): Promise<Response> =>
  signedIn(request, readCarrierPass(token, new Date()), MOST_CARRIER_BYTES, taking);

/** 25 MB of mail in a form's percent signs, or in JSON beside its own parts once more. */
const MOST_MAIL_BYTES = 64 * 1024 * 1024;
/** Mails being read, together: each is in memory; more have to come back later. */
const MOST_MAILS_AT_ONCE = 4;
let mailsNow = 0;

/** The door for providers that post a shop's mail: as that for carriers, for larger things, a few at a time. */
export async function mailProvider<T>(request: Request, token: string, taking: Taking<T>): Promise<Response> {
  if (mailsNow >= MOST_MAILS_AT_ONCE) return answer(503);
  mailsNow++;
  try {
    return await signedIn(request, readMailPass(token, new Date()), MOST_MAIL_BYTES, taking);
  } finally {
    mailsNow--;
  }
}

async function signedIn<T>(
  request: Request,
  pass: { shopId: ShopId; accountId: string } | null,
  most: number,
  { believe, take }: Taking<T>,
): Promise<Response> {
  if (request.method !== "POST") return answer(405);
  if (!pass) return answer(404);
  return withLogContext({ shopId: pass.shopId }, async () => {
    try {
      if (!(await isInstalled(pass.shopId))) return answer(404);
      const body = await readBytes(request, most);
      if (!body) return answer(413);
      const shop = mintShop(pass.shopId);
      const { headers } = request;
      const form = () => readPostedForm(headers, body);
      const belief = await believe(shop, pass.accountId, { headers, body, form });
      if (!belief) return answer(404);
      if (!belief.ok) return refused(belief.refusal.code);
      await take(shop, belief.value);
      return answer(200);
    } catch (error) {
      log.error({ error }, "a partner's webhook could not be taken in; it comes again");
      return answer(503);
    }
  });
}

function refused(code: string): Response {
  log.warn({ code }, "a partner's webhook was not believed");
  return answer(code === "tooLarge" ? 413 : code === "unreadable" || code === "noRaw" ? 400 : 401);
}

/** What was not read is not read now either: the connection ends with the answer. */
const answer = (status: number) =>
  new Response(null, {
    status,
    headers: {
      "cache-control": "no-store",
      ...(status === 413 || status === 503 ? { connection: "close" } : {}),
    },
  });
