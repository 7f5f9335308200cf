import type { ActionFunctionArgs } from "@remix-run/node";
import { carrier } from "~/doors/partner-webhook.server";
import { takeParcelNews } from "~/features/orders/note-tracking.server";
import {
  believeCarrier,
  type CarrierNews,
  takeCarrierNews,
} from "~/features/returns/take-carrier-news.server";

/** Where carriers send news of parcels. */
export const action = ({ request, params }: ActionFunctionArgs): Promise<Response> =>
  carrier(request, params.token ?? "", {
    believe: believeCarrier,
    // A number is that of a return's parcel, or of an order's: each looks for its own.
    take: async (shop, news: CarrierNews) => {
      await takeCarrierNews(shop, news);
      await takeParcelNews(shop, news);
    },
  });

/** There is nothing to look at. */
export const loader = (): Response => new Response(null, { status: 405, headers: { allow: "POST" } });
