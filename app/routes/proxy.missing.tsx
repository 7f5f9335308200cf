import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { statusOf } from "~/doors/answer";
import { readForm } from "~/doors/read-form.server";
import { readPass } from "~/doors/shopper-pass.server";
import { type StorefrontVisit, storefront } from "~/doors/storefront.server";
import { answerStorefront, storefrontPage } from "~/doors/storefront-answer.server";
import { conversationsOfOrder } from "~/features/inbox/queries.server";
import { shopperFileHref } from "~/features/inbox/shopper-files.server";
import { startConversation } from "~/features/inbox/start-conversation.server";
import { MessageSentPage } from "~/features/inbox/ui/storefront-message-form";
import { type OpenedOrder, openOrder } from "~/features/orders/open-order.server";
import { parcelWords } from "~/features/orders/parcel-words";
import { readerZone } from "~/features/orders/parcel-zone";
import { missingReport } from "~/features/orders/schema";
import { missingFrom } from "~/features/orders/status-view";
import { CodeOffer } from "~/features/orders/ui/storefront-code";
import { storefrontFrame } from "~/features/orders/ui/storefront-frame";
import { NotArrivedPage } from "~/features/orders/ui/storefront-not-arrived";
import { AbsentPage, TroublePage } from "~/features/orders/ui/storefront-problem";

type Order = NonNullable<OpenedOrder["opened"]>["order"];
type Parcel = Order["parcels"][number];

/** Where to look for a parcel that is said to be delivered, and how to tell the shop that it is not there. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  answerStorefront(
    async () => {
      const visit = await storefront(request);
      const query = new URL(request.url).searchParams;
      return show(visit, query.get("t") ?? "", query.get("p") ?? "");
    },
    () => <TroublePage request={request} />,
  );

/** Takes the report that a parcel is missing: a message to the shop, once a parcel. */
export const action = ({ request }: ActionFunctionArgs) =>
  answerStorefront(
    async () => {
      const visit = await storefront(request);
      const { t: token = "", ...form } = await readForm(request);
      const { p, looked, note } = missingReport.parse(form);
      const found = await find(visit, token, p);
      const deliveredAt = found.parcel?.deliveredAt;
      const isTime = deliveredAt && missingFrom(deliveredAt) <= visit.shop.now();
      if (!found.inFull || !isTime) return show(visit, token, p);
      if (!looked) return show(visit, token, p, { note });
      return report(visit, token, { ...found, deliveredAt, note });
    },
    () => <TroublePage request={request} />,
  );

async function find(visit: StorefrontVisit, token: string, parcelId: string) {
  const pass = readPass(visit.shop, token);
  const { face, opened } = await openOrder(visit.shop, { pass, customerId: null, named: null }, null);
  const order = opened?.order;
  const zone = order && readerZone(order, face.profile.timeZone);
  const frame = storefrontFrame(visit, face, order?.locale, zone);
  const parcel = order?.parcels.find(({ id }) => id === parcelId);
  return { face, frame, order, parcel, inFull: opened?.level === "everything" };
}

async function show(
  visit: StorefrontVisit,
  token: string,
  parcelId: string,
  tried?: { note: string },
): Promise<Response> {
  const { frame, order, parcel, inFull } = await find(visit, token, parcelId);
  if (!order || !parcel)
    return storefrontPage(<AbsentPage frame={frame} />, { status: statusOf["orders.linkExpired"] });
  const hidden = { t: token, p: parcel.id };
  return storefrontPage(
    <NotArrivedPage
      frame={frame}
      back={{
        href: frame.href("/parcel", { t: token, p: parcel.id }),
        label: parcelWords(frame.locale).back(order.name),
      }}
      deliveredAt={parcel.state === "delivered" ? parcel.deliveredAt : null}
      now={visit.shop.now()}
      form={inFull ? { action: frame.href("/missing"), hidden } : null}
      prove={<CodeOffer frame={frame} token={token} />}
      {...(tried ? { tried } : {})}
    />,
    tried ? { status: statusOf["input.invalid"] } : {},
  );
}

type Report = Awaited<ReturnType<typeof find>> & { deliveredAt: Date; note: string };

async function report(visit: StorefrontVisit, token: string, found: Report): Promise<Response> {
  const { frame, face, order, parcel, deliveredAt, note } = found;
  if (!order || !parcel) return show(visit, token, "");
  const { shop, visitor } = visit;
  const says = parcelWords(frame.locale).notArrived;
  const written = await startConversation(
    shop,
    {
      orderId: order.id,
      text: [says.message(nameOf(parcel), frame.time(deliveredAt)), note].filter(Boolean).join("\n\n"),
      requestKey: `missing-${parcel.id}`,
    },
    { customerId: null, pass: readPass(shop, token), visitor },
  );
  if (!written.ok)
    return storefrontPage(<AbsentPage frame={frame} />, { status: statusOf[written.refusal.code] });
  const conversations = await shop.transact((tx) => conversationsOfOrder(tx, order.id));
  return storefrontPage(
    <MessageSentPage
      frame={frame}
      orderHref={frame.href("/order", { t: token })}
      email={order.email}
      thread={{
        timeZone: frame.timeZone,
        shopName: face.profile.name,
        conversations,
        fileHref: shopperFileHref(shop, frame.href),
      }}
    />,
  );
}

/** By its tracking numbers and carriers; one without any by its name in Shopify. */
const nameOf = ({ tracking, name }: Parcel): string =>
  tracking
    .flatMap(({ carrier, number }) => (number ? [carrier ? `${number} (${carrier})` : number] : []))
    .join(", ") || name;
