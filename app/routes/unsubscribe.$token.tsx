import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { staticPage } from "~/doors/static-page.server";
import { unsubscriber } from "~/doors/unsubscribe.server";
import { unsubscribe, unsubscribeFace } from "~/features/notifications/take-bounce.server";
import { UnsubscribePage } from "~/features/notifications/ui/unsubscribe-page";

/** Asks; looking at a link, as mail scanners do, changes nothing. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const who = await unsubscriber(params.token ?? "");
  if (!who) return absent();
  return staticPage(
    <UnsubscribePage {...(await unsubscribeFace(who.shop, who.notificationId))} done={false} />,
  );
}

/** Ends it, asked by a person's button or a mail program's one click (RFC 8058); the body says nothing more. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const who = request.method === "POST" ? await unsubscriber(params.token ?? "") : null;
  if (!who) return absent();
  await unsubscribe(who.shop, who.notificationId);
  return staticPage(<UnsubscribePage {...(await unsubscribeFace(who.shop, who.notificationId))} done />);
}

const absent = () => new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
