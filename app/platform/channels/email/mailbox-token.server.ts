import { z } from "zod";
import { env } from "~/env.server";
import { NeedsMerchant, TryAgain } from "~/platform/queue/failures";
import type { MailboxSettings } from "./mailbox-settings";

const TIMEOUT_MS = 15_000;

type Office = { url: string; id: string | undefined; secret: string | undefined };

/**
 * Where access tokens are had, with this installation's own registration there.
 * https://developers.google.com/identity/protocols/oauth2/web-server#offline and
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#refresh-the-access-token
 */
const officeOf = (login: "google" | "microsoft"): Office =>
  login === "google"
    ? {
        url: "https://oauth2.googleapis.com/token",
        id: env.MAIL_GOOGLE_CLIENT_ID,
        secret: env.MAIL_GOOGLE_CLIENT_SECRET,
      }
    : {
        url: "https://login.microsoftonline.com/common/oauth2/v2.0/token",
        id: env.MAIL_MICROSOFT_CLIENT_ID,
        secret: env.MAIL_MICROSOFT_CLIENT_SECRET,
      };

/** Can mailboxes of this sort be read here? */
export const hasOffice = (login: MailboxSettings["login"]): boolean =>
  login === "password" || officeOf(login).id !== undefined;

const given = z.object({ access_token: z.string().min(1), refresh_token: z.string().min(1).optional() });

/** An access token, and the refresh token to use from now on where the office has given a new one. */
export type MailboxToken = { access: string; refresh: string | null };

/**
 * Gets an access token (RFC 6749 §6). Throws NeedsMerchant when the office refuses the refresh token (400, 401) or
 * this installation is not registered there, and TryAgain for what passes.
 */
export async function mailboxToken(
  login: "google" | "microsoft",
  refreshToken: string,
  ask: typeof fetch,
): Promise<MailboxToken> {
  const { url, id, secret } = officeOf(login);
  if (!id) throw new NeedsMerchant("token");
  const body = new URLSearchParams({
    grant_type: "refresh_token",
    refresh_token: refreshToken,
    client_id: id,
    ...(secret ? { client_secret: secret } : {}),
  });
  const answer = await ask(url, { method: "POST", body, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(
    () => {
      throw new TryAgain("unreachable");
    },
  );
  if (answer.status === 400 || answer.status === 401) throw new NeedsMerchant("token");
  const read = given.safeParse(await answer.json().catch(() => null));
  if (!answer.ok || !read.success) throw new TryAgain("unreachable");
  return { access: read.data.access_token, refresh: read.data.refresh_token ?? null };
}
