import type { ActionFunctionArgs } from "@remix-run/node";
import { statusOf } from "~/doors/answer";
import { ACCOUNT_CORS, customerAccount } from "~/doors/customer-account.server";
import { fileAddress, fileLink } from "~/doors/file-link.server";
import { readJson } from "~/doors/read-json.server";
import { openOrder } from "~/features/orders/open-order.server";
import { accountReturnSchema } from "~/features/returns/account-schema";
import { accountStatus } from "~/features/returns/account-status";
import { cancelReturn } from "~/features/returns/cancel-return.server";
import { openReturn, returnChoice } from "~/features/returns/open-return.server";
import { shopperReturn } from "~/features/returns/request-store.server";
import { addressLines } from "~/values/address";
import type { RefusalCode } from "~/values/result";

/** A browser's question whether it may ask. */
export const loader = () => new Response(null, { status: 204, headers: ACCOUNT_CORS });

const json = (body: object, status = 200) =>
  Response.json(body, { status, headers: { ...ACCOUNT_CORS, "cache-control": "no-store" } });
const refuse = (code: RefusalCode) => json({ refused: code }, statusOf[code]);

/**
 * Where a return of one of the signed-in customer's orders is, in the customer account; with `do: "cancel"` it is
 * taken back first. Another customer's, and what somebody returns who was given it, is as absent (404).
 */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const { shop, customerId } = await customerAccount(request);
  const asked = accountReturnSchema.safeParse(await readJson(request));
  if (!asked.success) return refuse("input.invalid");
  const { orderId, returnId, locale } = asked.data;
  const { face, opened } = await openOrder(shop, { pass: null, customerId, named: orderId }, null);
  const before = opened && (await openReturn(shop, opened.order.id, returnId));
  if (!before || before.gift) return refuse("returns.notFound");
  const cancelled =
    asked.data.do === "cancel" ? await cancelReturn(shop, returnId, { kind: "shopper" }) : null;
  const one = cancelled?.ok ? await openReturn(shop, opened.order.id, returnId) : before;
  const mine = await shop.transact((tx) => shopperReturn(tx, returnId));
  if (!one || !mine) return refuse("returns.notFound");
  const { returnable } = await returnChoice(shop, opened.order);
  const status = accountStatus(one, mine, locale, {
    orderName: opened.order.name,
    timeZone: face.profile.timeZone,
    fileHref: (fileId) => fileAddress(fileLink(shop, fileId)),
    returnTo: addressLines(one.sendTo ?? face.settings.returns.address ?? face.profile.address, locale),
    mayReturnMore: returnable.some((line) => line.bar === null),
    tooLate: cancelled?.ok === false,
  });
  return json({ status }, cancelled?.ok === false ? statusOf[cancelled.refusal.code] : 200);
}
