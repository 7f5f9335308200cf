import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { partner, partnerAsks } from "~/doors/partner-webhook.server";
import { answerChallenge, takeTextNews } from "~/features/notifications/take-text.server";

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

/** A provider that asks whether the address is ours hears back what it wants to; anybody else finds nothing. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const asked = await partnerAsks(request, params.token ?? "");
  const answer = asked && answerChallenge(asked.shop, asked.query);
  if (!answer) return new Response(null, { status: 404 });
  return new Response(answer, {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
