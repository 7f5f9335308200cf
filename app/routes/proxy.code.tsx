import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { statusOf } from "~/doors/answer";
import { readForm } from "~/doors/read-form.server";
import { readPass } from "~/doors/shopper-pass.server";
import { type StorefrontVisit, storefront } from "~/doors/storefront.server";
import { answerStorefront, storefrontPage } from "~/doors/storefront-answer.server";
import { openOrder } from "~/features/orders/open-order.server";
import { requestCode } from "~/features/orders/request-code.server";
import { CodePage } from "~/features/orders/ui/storefront-code";
import { storefrontFrame } from "~/features/orders/ui/storefront-frame";
import { AbsentPage, TroublePage } from "~/features/orders/ui/storefront-problem";

/** Where a code that was sent is entered. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  answerStorefront(
    async () => {
      const visit = await storefront(request);
      return show(visit, new URL(request.url).searchParams.get("t") ?? "", "entering");
    },
    () => <TroublePage request={request} />,
  );

/** Has a code sent. The answer is the same whether the order has an e-mail address or not. */
export const action = ({ request }: ActionFunctionArgs) =>
  answerStorefront(
    async () => {
      const visit = await storefront(request);
      const { t: token = "" } = await readForm(request);
      const pass = readPass(visit.shop, token);
      if (!pass) return show(visit, token, "entering");
      const sent = await requestCode(visit.shop, { orderId: pass.orderId, visitor: visit.visitor });
      const limited = !sent.ok && sent.refusal.code === "limits.tooMany";
      return show(visit, token, limited ? "limited" : "entering");
    },
    () => <TroublePage request={request} />,
  );

async function show(visit: StorefrontVisit, token: string, at: "entering" | "limited"): Promise<Response> {
  const pass = readPass(visit.shop, token);
  const { face, opened } = await openOrder(visit.shop, { pass, customerId: null, named: null }, null);
  const frame = storefrontFrame(visit, face, opened?.order.locale);
  if (!opened)
    return storefrontPage(<AbsentPage frame={frame} />, { status: statusOf["orders.linkExpired"] });
  if (at === "entering") return storefrontPage(<CodePage frame={frame} token={token} />);
  return storefrontPage(<CodePage frame={frame} token={token} tried="limited" />, {
    status: statusOf["limits.tooMany"],
  });
}
