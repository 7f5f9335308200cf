import { type AdminVisit, adminWho, type StaffScope } from "./admin.server";

/**
 * Admin UI extensions run at an address of Shopify's own, so their requests come from elsewhere and carry a
 * session token instead of cookies: any origin may ask, only a token is answered.
 */
const FROM_ANYWHERE = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "authorization",
  "access-control-allow-methods": "GET",
  "access-control-max-age": "600",
  "cache-control": "no-store",
};

/**
 * The door of the extensions in Shopify's admin: answers the browser's question whether it may ask, checks the
 * staff member as `adminWho` does, and lets the extension read what `answer` says.
 */
export async function toAdminExtension(
  request: Request,
  scope: StaffScope,
  answer: (visit: AdminVisit) => Promise<object | null>,
): Promise<Response> {
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: FROM_ANYWHERE });
  try {
    const body = await answer(await adminWho(request, scope));
    return body
      ? Response.json(body, { headers: FROM_ANYWHERE })
      : new Response(null, { status: 404, headers: FROM_ANYWHERE });
  } catch (thrown) {
    // a page that says what is wrong helps no script: only its status goes on
    if (!(thrown instanceof Response)) throw thrown;
    const status = thrown.status >= 400 ? thrown.status : 401;
    return new Response(null, { status, headers: FROM_ANYWHERE });
  }
}
