import type { LoaderFunctionArgs } from "@remix-run/node";
import { statusOf } from "~/doors/answer";
import { issuePass, readPass, samePassFor } from "~/doors/shopper-pass.server";
import { type StorefrontVisit, storefront } from "~/doors/storefront.server";
import { answerStorefront, storefrontPage } from "~/doors/storefront-answer.server";
import { expectedParcels } from "~/features/notifications/delay-queries.server";
import { openOrder } from "~/features/orders/open-order.server";
import { readerZone } from "~/features/orders/parcel-zone";
import { orderIdSchema } from "~/features/orders/schema";
import { statusView } from "~/features/orders/status-view";
import { CodeOffer } from "~/features/orders/ui/storefront-code";
import { storefrontFrame } from "~/features/orders/ui/storefront-frame";
import { ParcelPage } from "~/features/orders/ui/storefront-parcel";
import { AbsentPage, TroublePage } from "~/features/orders/ui/storefront-problem";

/** One parcel of an order: everything or its status, as the pass in the link or Shopify's sign-in allows. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  answerStorefront(
    async () => {
      const visit = await storefront(request);
      const query = new URL(request.url).searchParams;
      const named = query.has("o") ? (orderIdSchema.safeParse(query.get("o")).data ?? "0") : null;
      return show(visit, { token: query.get("t") ?? "", named, parcelId: query.get("p") ?? "" });
    },
    () => <TroublePage request={request} />,
  );

type Named = { token: string; named: string | null; parcelId: string };

async function show(visit: StorefrontVisit, { token, named, parcelId }: Named): Promise<Response> {
  const { shop, customerId } = visit;
  const pass = readPass(shop, token);
  const { face, opened } = await openOrder(shop, { pass, customerId, named }, null);
  const order = opened?.order;
  const frame = storefrontFrame(
    visit,
    face,
    order?.locale,
    order && readerZone(order, face.profile.timeZone),
  );
  const expected = order && (await shop.transact((tx) => expectedParcels(tx, order.id)));
  const status = order && statusView(order, expected);
  const parcel = status?.parcels.find(({ id }) => id === parcelId);
  if (!opened || !order || !status || !parcel)
    return storefrontPage(<AbsentPage frame={frame} />, { status: statusOf["orders.linkExpired"] });
  const inFull = opened.level === "everything";
  const full = pass?.level === "full" ? samePassFor(shop, token, order.id) : null;
  const t = inFull ? (full ?? issuePass(shop, { orderId: order.id, level: "full" })) : token;
  const mine = customerId !== null && order.customerId === customerId;
  const links = {
    order: frame.href("/order", { t }),
    missing: frame.href("/missing", { t, p: parcel.id }),
    message: inFull ? frame.href("/order#aftercare-message", { t }) : null,
    return: inFull && (mine || face.settings.returns.guests) ? frame.href("/return", { t }) : null,
  };
  return storefrontPage(
    <ParcelPage
      {...{ frame, status, parcel, links }}
      shopName={face.profile.name}
      now={shop.now()}
      everything={inFull ? order : null}
      aside={inFull ? null : <CodeOffer frame={frame} token={token} />}
    />,
  );
}
