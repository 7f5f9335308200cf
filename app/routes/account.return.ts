import type { ActionFunctionArgs } from "@remix-run/node";
import { statusOf } from "~/doors/answer";
import { ACCOUNT_CORS, type AccountVisit, customerAccount } from "~/doors/customer-account.server";
import { fileAddress } from "~/doors/file-link.server";
import { readJson } from "~/doors/read-json.server";
import { historyPage } from "~/features/orders/history-queries.server";
import { openOrder } from "~/features/orders/open-order.server";
import { orderDetails } from "~/features/orders/queries.server";
import { type AccountRequest, accountRequestSchema } from "~/features/returns/account-schema";
import { accountPage } from "~/features/returns/account-view";
import { emptyDraft } from "~/features/returns/change-request.server";
import { openRequest, turnPage } from "~/features/returns/open-request.server";
import { MOST_ORDERS } from "~/features/returns/request-form";
import type { Step } from "~/features/returns/request-steps";
import type { RequestView } from "~/features/returns/request-view";
import { sendRequest } from "~/features/returns/send-request.server";
import type { RefusalCode } from "~/values/result";

/** A browser's question whether it may ask. */
export const loader = () => new Response(null, { status: 204, headers: ACCOUNT_CORS });

const json = (body: object, status = 200) =>
  Response.json(body, { status, headers: { ...ACCOUNT_CORS, "cache-control": "no-store" } });
const refuse = (code: RefusalCode) => json({ refused: code }, statusOf[code]);

/**
 * A return asked for in the customer account, page by page, by the same use cases as on the storefront. Another
 * customer's order is as absent (404).
 */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const visit = await customerAccount(request);
  const asked = accountRequestSchema.safeParse(await readJson(request));
  if (!asked.success) return refuse("input.invalid");
  const { shop, customerId } = visit;
  const { orderId } = asked.data;
  const { face, opened } = await openOrder(shop, { pass: null, customerId, named: orderId }, null);
  if (!opened) return refuse("returns.notFound");
  const history = await shop.transact((tx) => historyPage(tx, { customerId }, null));
  const others = history.orders.map(({ id }) => id).filter((id) => id !== orderId);
  const draft = asked.data.draft && { ...asked.data.draft, instead: null };
  const also = asked.data.to === "more" ? others.slice(0, MOST_ORDERS - 1) : (draft?.alsoOrders ?? []);
  const added = others.filter((id) => also.includes(id));
  const found = await shop.transact((tx) => orderDetails(tx, added));
  const orders = [opened.order, ...added.flatMap((id) => found.get(id) ?? [])];
  const scope = { orders, moreOrders: others.length > added.length, gift: false };
  const typed = { ...(draft ?? emptyDraft()), alsoOrders: added };
  const show = (step: Step, view: RequestView) => {
    const links = { timeZone: face.profile.timeZone, photoHref: fileAddress };
    const [first] = view.problems;
    return json(
      { page: accountPage(view, step, asked.data.locale, links) },
      first ? statusOf[first.refusal.code] : 200,
    );
  };
  if (asked.data.to === "send") {
    const sent = await sendRequest(shop, scope, typed, null);
    if (sent.kind === "mend") return show(sent.step, sent.view);
    const made = sent.made.map(({ orderId, orderName, id }) => ({
      order: orderName,
      page: `${face.profile.storefrontUrl}/apps/aftercare/return?o=${orderId}&r=${id}`,
    }));
    return json({ made, failed: sent.failed.map(({ orderName }) => orderName) });
  }
  const turned = await turn(visit, scope, typed, asked.data);
  return show(turned.step, turned.view);
}

async function turn(
  { shop }: AccountVisit,
  scope: Parameters<typeof openRequest>[1],
  typed: Parameters<typeof openRequest>[2],
  { draft, from, to }: AccountRequest,
) {
  if (!draft) {
    const view = await openRequest(shop, scope, typed, { checkTo: null, show: "items" });
    return { step: "items" as const, view };
  }
  return turnPage(shop, scope, typed, { from, to: to === "more" || to === "send" ? from : to });
}
