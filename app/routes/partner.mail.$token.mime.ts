import type { ActionFunctionArgs } from "@remix-run/node";
import { mailProvider } from "~/doors/partner-webhook.server";
import { believeProvider, takeProviderMail } from "~/features/inbox/take-provider-mail.server";

/** Where providers post a shop's mail. */
export const action = ({ request, params }: ActionFunctionArgs): Promise<Response> =>
  mailProvider(request, params.token ?? "", { believe: believeProvider, take: takeProviderMail });

/** There is nothing to look at. */
export const loader = (): Response => new Response(null, { status: 405, headers: { allow: "POST" } });
