import type { ActionFunctionArgs } from "@remix-run/node";
import { partner } from "~/doors/partner-webhook.server";
import { takeTextNews } from "~/features/notifications/take-text.server";

/** What providers of messages to phones tell us; answered in TwiML, which may hold a reply. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const visit = await partner(request, params.token ?? "");
  if (!visit) return new Response(null, { status: 404 });
  const taken = await takeTextNews(visit.shop, visit.request, visit.notificationId);
  if (!taken) return new Response(null, { status: 401 });
  const reply = taken.reply === null ? "" : `<Message>${escaped(taken.reply)}</Message>`;
  return new Response(`<?xml version="1.0" encoding="UTF-8"?><Response>${reply}</Response>`, {
    headers: { "content-type": "text/xml; charset=utf-8", "cache-control": "no-store" },
  });
}

export const loader = () => new Response(null, { status: 404 });

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
