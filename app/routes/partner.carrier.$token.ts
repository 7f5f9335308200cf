import type { ActionFunctionArgs } from "@remix-run/node";
import { carrier } from "~/doors/partner-webhook.server";
import { believeCarrier, takeCarrierNews } from "~/features/returns/take-carrier-news.server";

/** Where carriers send news of parcels. */
export const action = ({ request, params }: ActionFunctionArgs): Promise<Response> =>
  carrier(request, params.token ?? "", { believe: believeCarrier, take: takeCarrierNews });

/** There is nothing to look at. */
export const loader = (): Response => new Response(null, { status: 405, headers: { allow: "POST" } });
