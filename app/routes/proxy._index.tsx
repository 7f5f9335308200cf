import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { statusOf } from "~/doors/answer";
import { readForm } from "~/doors/read-form.server";
import { issuePass } from "~/doors/shopper-pass.server";
import { type StorefrontVisit, storefront } from "~/doors/storefront.server";
import { answerStorefront, storefrontPage } from "~/doors/storefront-answer.server";
import { ContactLink } from "~/features/inbox/ui/storefront-contact";
import { expectedParcels } from "~/features/notifications/delay-queries.server";
import { historyPage } from "~/features/orders/history-queries.server";
import { lookUpOrder } from "~/features/orders/look-up-order.server";
import { orderDetail } from "~/features/orders/queries.server";
import { lookUpSchema } from "~/features/orders/schema";
import { statusView } from "~/features/orders/status-view";
import { storefrontFrame } from "~/features/orders/ui/storefront-frame";
import { HistoryPageView } from "~/features/orders/ui/storefront-history";
import { LookUpPage, TooOftenPage } from "~/features/orders/ui/storefront-look-up";
import { TroublePage } from "~/features/orders/ui/storefront-problem";
import { StatusPage } from "~/features/orders/ui/storefront-status";
import { takesGifts } from "~/features/returns/takes-gifts.server";
import { GiftOffer } from "~/features/returns/ui/storefront-gift";
import { shopFace } from "~/features/settings/queries.server";
import { readCursor } from "~/values/cursor";

/** A signed-in shopper's orders; for anybody else, the form to look one up. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  answerStorefront(
    async () => {
      const visit = await storefront(request);
      const query = new URL(request.url).searchParams;
      const { customerId } = visit;
      if (!customerId || query.get("by") === "number") return form(visit);
      const after = readCursor(query.get("after"));
      const { face, page } = await visit.shop.transact(async (tx) => ({
        face: await shopFace(tx),
        page: await historyPage(tx, { customerId }, after),
      }));
      const frame = storefrontFrame(visit, face);
      return storefrontPage(
        <HistoryPageView
          frame={frame}
          page={page}
          paged={after !== null}
          help={<ContactLink locale={frame.locale} href={frame.href("/contact")} />}
        />,
      );
    },
    () => <TroublePage request={request} />,
  );

/** Looks an order up and shows where it is. Everything that does not fit gets one and the same answer. */
export const action = ({ request }: ActionFunctionArgs) =>
  answerStorefront(
    async () => {
      const visit = await storefront(request);
      const { order = "", contact = "" } = await readForm(request);
      const asked = lookUpSchema.safeParse({ order, contact });
      if (!asked.success) return form(visit, { order, contact, outcome: "missing" });
      const found = await lookUpOrder(visit.shop, asked.data, visit.visitor);
      if (!found.ok) {
        if (found.refusal.code === "limits.tooMany") return tooOften(visit);
        return form(visit, { order, contact, outcome: "notFound" });
      }
      return status(visit, found.value.orderId);
    },
    () => <TroublePage request={request} />,
  );

type Tried = { order: string; contact: string; outcome: "missing" | "notFound" };

async function form(visit: StorefrontVisit, tried?: Tried): Promise<Response> {
  const face = await visit.shop.transact(shopFace);
  const frame = storefrontFrame(visit, face);
  const code = tried?.outcome === "missing" ? "input.invalid" : "orders.notFound";
  return storefrontPage(
    <LookUpPage
      frame={frame}
      signedIn={visit.customerId !== null}
      help={<ContactLink locale={frame.locale} href={frame.href("/contact")} />}
      {...(tried ? { tried } : {})}
    />,
    tried ? { status: statusOf[code] } : {},
  );
}

async function tooOften(visit: StorefrontVisit): Promise<Response> {
  const face = await visit.shop.transact(shopFace);
  return storefrontPage(<TooOftenPage frame={storefrontFrame(visit, face)} />, {
    status: statusOf["limits.tooMany"],
  });
}

async function status(visit: StorefrontVisit, orderId: string): Promise<Response> {
  const { face, order, gifts, expected } = await visit.shop.transact(async (tx) => ({
    face: await shopFace(tx),
    order: await orderDetail(tx, orderId),
    gifts: await takesGifts(tx),
    expected: await expectedParcels(tx, orderId),
  }));
  if (!order) return form(visit);
  const frame = storefrontFrame(visit, face, order.locale);
  const token = issuePass(visit.shop, { orderId, level: "status" });
  const gift = gifts && <GiftOffer frame={frame} token={token} />;
  return storefrontPage(
    <StatusPage frame={frame} status={statusView(order, expected)} token={token} gift={gift} />,
  );
}
