import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { ComponentProps } from "react";
import { statusOf } from "~/doors/answer";
import { readForm } from "~/doors/read-form.server";
import { issuePass, readPass, samePassFor } from "~/doors/shopper-pass.server";
import { type StorefrontVisit, storefront } from "~/doors/storefront.server";
import { answerStorefront, storefrontPage } from "~/doors/storefront-answer.server";
import { conversationsOfOrder } from "~/features/inbox/queries.server";
import { shopperFileHref } from "~/features/inbox/shopper-files.server";
import { ContactLink } from "~/features/inbox/ui/storefront-contact";
import { OrderMessages } from "~/features/inbox/ui/storefront-message-form";
import { expectedParcels } from "~/features/notifications/delay-queries.server";
import { checkCode } from "~/features/orders/check-code.server";
import { type OpenedOrder, openOrder } from "~/features/orders/open-order.server";
import { codeSchema, orderIdSchema } from "~/features/orders/schema";
import { statusView } from "~/features/orders/status-view";
import { CodePage } from "~/features/orders/ui/storefront-code";
import { type Frame, storefrontFrame } from "~/features/orders/ui/storefront-frame";
import { OrderPage } from "~/features/orders/ui/storefront-order";
import { AbsentPage, TroublePage } from "~/features/orders/ui/storefront-problem";
import { StatusPage } from "~/features/orders/ui/storefront-status";
import { orderWords } from "~/features/orders/words";
import { type ReturnSummary, returnsOfOrder } from "~/features/returns/queries.server";
import { takesGifts } from "~/features/returns/takes-gifts.server";
import { GiftOffer } from "~/features/returns/ui/storefront-gift";
import { ReturnLinks } from "~/features/returns/ui/storefront-list";
import { type Cursor, readCursor } from "~/values/cursor";
import { newId } from "~/values/ids";

/** What names an order in an address of ours: `t` a pass, `o` one of the orders that the shopper may see. */
type Named = { token: string; named: string | null; after: Cursor | null };

/** An order: everything or its status, as the pass in the link or Shopify's sign-in allows. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  answerStorefront(
    async () => {
      const visit = await storefront(request);
      const query = new URL(request.url).searchParams;
      const named = query.has("o") ? (orderIdSchema.safeParse(query.get("o")).data ?? "0") : null;
      return show(visit, { token: query.get("t") ?? "", named, after: readCursor(query.get("after")) });
    },
    () => <TroublePage request={request} />,
  );

/** Takes a one-time code, and shows everything when it is right. */
export const action = ({ request }: ActionFunctionArgs) =>
  answerStorefront(
    async () => {
      const visit = await storefront(request);
      const { t: token = "", code = "" } = await readForm(request);
      const pass = readPass(visit.shop, token);
      if (!pass) return show(visit, { token, named: null, after: null });
      const digits = codeSchema.safeParse(code);
      if (!digits.success) return askAgain(visit, token, "missing");
      const { orderId } = pass;
      const checked = await checkCode(visit.shop, { orderId, digits: digits.data, visitor: visit.visitor });
      if (!checked.ok)
        return askAgain(visit, token, checked.refusal.code === "limits.tooMany" ? "limited" : "wrong");
      const full = issuePass(visit.shop, { orderId, level: "full" });
      return show(visit, { token: full, named: null, after: null });
    },
    () => <TroublePage request={request} />,
  );

async function show(visit: StorefrontVisit, { token, named, after }: Named): Promise<Response> {
  const pass = readPass(visit.shop, token);
  const asked = { pass, customerId: visit.customerId, named };
  const { face, opened } = await openOrder(visit.shop, asked, after);
  const frame = storefrontFrame(visit, face, opened?.order.locale);
  if (!opened)
    return storefrontPage(<AbsentPage frame={frame} />, { status: statusOf["orders.linkExpired"] });
  if (opened.level === "status") {
    const gift = (await visit.shop.transact(takesGifts)) && <GiftOffer frame={frame} token={token} />;
    const expected = await visit.shop.transact((tx) => expectedParcels(tx, opened.order.id));
    return storefrontPage(
      <StatusPage
        frame={frame}
        status={statusView(opened.order, expected)}
        token={token}
        gift={gift}
        help={<ContactLink locale={frame.locale} href={frame.href("/contact", { t: token })} />}
      />,
    );
  }
  const mine = visit.customerId !== null && opened.order.customerId === visit.customerId;
  const full = pass?.level === "full" ? token : null;
  const { id } = opened.order;
  const { conversations, returns, expected } = await visit.shop.transact(async (tx) => ({
    conversations: await conversationsOfOrder(tx, id),
    returns: (await returnsOfOrder(tx, id)).filter((one) => !one.gift),
    expected: await expectedParcels(tx, id),
  }));
  return storefrontPage(
    <Everything
      frame={frame}
      opened={opened}
      mine={mine}
      mayReturn={mine || face.settings.returns.guests}
      listToken={full}
      token={
        (full && samePassFor(visit.shop, full, id)) ?? issuePass(visit.shop, { orderId: id, level: "full" })
      }
      returns={returns}
      expected={expected}
      thread={{
        timeZone: face.profile.timeZone,
        shopName: face.profile.name,
        conversations,
        fileHref: shopperFileHref(visit.shop, frame.href),
      }}
    />,
  );
}

type EverythingProps = {
  frame: Frame;
  opened: NonNullable<OpenedOrder["opened"]>;
  /** is it the signed-in customer's own? */
  mine: boolean;
  mayReturn: boolean;
  /** a full pass for this order, for what can be done next */
  token: string;
  /** the pass the page was opened with, for the list of other orders */
  listToken: string | null;
  returns: ReturnSummary[];
  expected: Awaited<ReturnType<typeof expectedParcels>>;
  thread: ComponentProps<typeof OrderMessages>["thread"];
};

function Everything(props: EverythingProps) {
  const { frame, opened, mine, mayReturn, token, listToken } = props;
  const { order, others } = opened;
  return (
    <OrderPage
      frame={frame}
      order={order}
      expected={props.expected}
      parcelHref={(p) => frame.href("/parcel", { t: token, p })}
      returnHref={mayReturn ? frame.href("/return", { t: token }) : null}
      signInHref="/account"
      returns={
        props.returns.length > 0 && (
          <ReturnLinks
            frame={frame}
            about={{ orderId: order.id, orderName: order.name, token, gift: false }}
            returns={props.returns}
          />
        )
      }
      message={
        <>
          <OrderMessages
            thread={props.thread}
            form={{
              locale: frame.locale,
              action: frame.href("/message"),
              token,
              orderId: order.id,
              requestKey: newId(),
              email: order.email,
            }}
          />
          <ContactLink
            locale={frame.locale}
            href={frame.href("/contact", { t: token, o: order.id })}
            withPhotos
          />
        </>
      }
      {...(mine ? { back: { href: frame.href(""), label: orderWords(frame.locale).history.back } } : {})}
      {...(others && listToken
        ? {
            others: {
              page: others,
              hrefOf: ({ id }) => frame.href("/order", { t: listToken, o: id }),
              nextHref:
                others.next &&
                frame.href("/order#aftercare-others", { t: listToken, o: order.id, after: others.next }),
            },
          }
        : {})}
    />
  );
}

async function askAgain(
  visit: StorefrontVisit,
  token: string,
  tried: "missing" | "wrong" | "limited",
): Promise<Response> {
  const pass = readPass(visit.shop, token);
  const asked = { pass, customerId: null, named: null };
  const { face, opened } = await openOrder(visit.shop, asked, null);
  const frame = storefrontFrame(visit, face, opened?.order.locale);
  if (!opened)
    return storefrontPage(<AbsentPage frame={frame} />, { status: statusOf["orders.linkExpired"] });
  const code = { missing: "input.invalid", wrong: "orders.codeWrong", limited: "limits.tooMany" } as const;
  return storefrontPage(<CodePage frame={frame} token={token} tried={tried} />, {
    status: statusOf[code[tried]],
  });
}
