import type { ActionFunctionArgs } from "@remix-run/node";
import { statusOf } from "~/doors/answer";
import { ACCOUNT_CORS, type AccountVisit, customerAccount } from "~/doors/customer-account.server";
import { fileAddress } from "~/doors/file-link.server";
import { readJson } from "~/doors/read-json.server";
import { historyPage } from "~/features/orders/history-queries.server";
import { openOrder } from "~/features/orders/open-order.server";
import { orderDetails } from "~/features/orders/queries.server";
import { type AccountRequest, accountRequestSchema } from "~/features/returns/account-schema";
import { accountPage, accountQuotes } from "~/features/returns/account-view";
import { draftOf, draftToAdd, emptyDraft } from "~/features/returns/change-request.server";
import { mayQuote } from "~/features/returns/may-quote.server";
import { openRequest, turnPage } from "~/features/returns/open-request.server";
import { returnChoice } from "~/features/returns/open-return.server";
import { type Draft, MOST_ORDERS, split, withoutRow } from "~/features/returns/request-form";
import type { Scope } from "~/features/returns/request-scope.server";
import { isStep, type Step } from "~/features/returns/request-steps";
import type { RequestView } from "~/features/returns/request-view";
import { sendRequest } from "~/features/returns/send-request.server";
import { words } from "~/features/returns/words";
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
  const { orderId, locale, returnId, to } = asked.data;
  const { face, opened } = await openOrder(shop, { pass: null, customerId, named: orderId }, null);
  if (!opened) return refuse("returns.notFound");
  const begin = asked.data.as === "add" ? draftToAdd : draftOf;
  const begun = returnId ? await begin(shop, opened.order, returnId) : emptyDraft();
  const draft = asked.data.draft ?? begun;
  if (!draft) return refuse("returns.notFound");
  const history = await shop.transact((tx) => historyPage(tx, { customerId }, null));
  const others = history.orders.map(({ id }) => id).filter((id) => id !== orderId);
  const also = to === "more" ? others.slice(0, MOST_ORDERS - 1) : draft.alsoOrders;
  const added = others.filter((id) => also.includes(id));
  const found = await shop.transact((tx) => orderDetails(tx, added));
  const orders = [opened.order, ...added.flatMap((id) => found.get(id) ?? [])];
  const scope = { orders, moreOrders: others.length > added.length, gift: false };
  const typed = { ...draft, alsoOrders: added };
  const { timeZone } = face.profile;
  const show = async (step: Step, view: RequestView) => {
    const { returns } = step === "items" ? await returnChoice(shop, opened.order) : { returns: [] };
    const [first] = view.problems;
    return json(
      { page: accountPage(view, step, locale, { timeZone, photoHref: fileAddress, returns }) },
      first ? statusOf[first.refusal.code] : 200,
    );
  };
  const live = to !== "send" && (await mayQuote(shop, `customer ${customerId}`, orderId));
  if (to === "quote") {
    if (!live) return json({ quotes: [] }, statusOf["limits.tooMany"]);
    const view = await openRequest(shop, scope, typed, { checkTo: null, show: asked.data.from, live });
    return json({ quotes: accountQuotes(view, locale, timeZone) });
  }
  if (to === "send") {
    const sent = await sendRequest(shop, scope, typed, null);
    if (sent.kind === "mend") return show(sent.step, sent.view);
    const made = sent.made.map((one) => ({
      id: one.id,
      orderId: one.orderId,
      text: words(locale).request.ofOrder(one.orderName),
    }));
    const failed = sent.failed.map((one) => words(locale).request.sent.failed(one.orderName));
    return json({ made, failed, title: words(locale).request.sent.title });
  }
  const turned = await turn(visit, scope, typed, { ...asked.data, live });
  return show(turned.step, turned.view);
}

/** Turns to the page that is asked for; without a draft, begins with what there is. */
async function turn(
  { shop }: AccountVisit,
  scope: Scope,
  typed: Draft,
  { draft, from, to, row, live }: AccountRequest & { live: boolean },
): Promise<{ step: Step; view: RequestView }> {
  const open = (kept: Draft) => openRequest(shop, scope, kept, { checkTo: null, show: "items", live });
  if (!draft) return { step: "items", view: await open(typed) };
  if (to === "unsplit") return { step: "items", view: await open(withoutRow(typed, row)) };
  if (to === "split") {
    const { asks } = await open(typed);
    return { step: "items", view: await open(split(typed, row, asks.lines.get(row)?.most ?? 0)) };
  }
  return turnPage(shop, scope, typed, { from, to: isStep(to) || to === "next" ? to : from, live });
}
