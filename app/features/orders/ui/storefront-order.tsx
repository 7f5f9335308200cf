import type { ReactNode } from "react";
import { ButtonLink } from "~/ui/storefront/form";
import { Columns, Section, StorefrontPage } from "~/ui/storefront/page";
import { AddressBlock, Amounts, Code, DefinitionList, Items, MoreLink, Typed } from "~/ui/storefront/parts";
import { addressLines } from "~/values/address";
import type { Money } from "~/values/money";
import type { HistoryPage, HistoryRow } from "../history-queries.server";
import type { OrderDetail } from "../queries.server";
import { sumsOf } from "../rules";
import { type Days, statusView } from "../status-view";
import { orderWords } from "../words";
import type { Frame } from "./storefront-frame";
import { OrderList } from "./storefront-history";
import { Parcels, Progress, StateNotice } from "./storefront-progress";

type OrderPageProps = {
  frame: Frame;
  order: OrderDetail;
  /** when its parcels are expected, by their ids */
  expected?: ReadonlyMap<string, Days>;
  /** the page of one of its parcels */
  parcelHref?: (parcelId: string) => string;
  /** where returning begins; null: only after signing in at `signInHref` */
  returnHref: string | null;
  signInHref: string;
  /** the way back to all orders, where there is such a page */
  back?: { href: string; label: string };
  /** the returns there are, and the form to write a message: other features' parts */
  returns?: ReactNode;
  message?: ReactNode;
  /** the other orders of the same person, when this page is where they are listed */
  others?: { page: HistoryPage; hrefOf(order: HistoryRow): string; nextHref: string | null };
};

/** An order with everything there is to know, for the person who placed it. */
export function OrderPage(props: OrderPageProps) {
  const { frame, order, back, returns, message, others } = props;
  const says = orderWords(frame.locale);
  const status = statusView(order, props.expected);
  return (
    <StorefrontPage
      {...frame}
      {...(back ? { back } : {})}
      title={says.order.title(order.name)}
      lead={says.order.placedOn(frame.day(order.placedAt))}
    >
      <StateNotice frame={frame} status={status} />
      <NextSteps {...props} />
      <Columns
        main={
          <>
            <Progress frame={frame} status={status} />
            {status.state !== "noShipping" && status.state !== "cancelled" && (
              <Parcels
                frame={frame}
                parcels={status.parcels}
                contents={contentsOf(order, frame)}
                {...(props.parcelHref ? { hrefOf: props.parcelHref } : {})}
              />
            )}
            {returns && (
              <Section id="aftercare-returns" title={says.order.returns} card>
                {returns}
              </Section>
            )}
            <Bought frame={frame} order={order} />
          </>
        }
        side={<Details frame={frame} order={order} />}
      />
      {message && (
        <Section id="aftercare-message" title={says.order.write} card>
          {message}
        </Section>
      )}
      {others && (others.page.orders.length > 0 || others.nextHref) && (
        <Section id="aftercare-others" title={says.history.others}>
          <OrderList frame={frame} orders={others.page.orders} hrefOf={others.hrefOf} />
          <MoreLink href={others.nextHref} label={says.history.older} />
        </Section>
      )}
    </StorefrontPage>
  );
}

/** What is in a parcel, as "2 × Linen tea towel". */
const contentsOf = (order: OrderDetail, frame: Frame) => (parcelId: string) => {
  const count = new Intl.NumberFormat(frame.locale);
  const parcel = order.parcels.find(({ id }) => id === parcelId);
  return (parcel?.lines ?? []).flatMap(({ id, orderLineId, quantity }) => {
    const line = order.lines.find((one) => one.id === orderLineId);
    return line ? [{ key: id, text: `${count.format(quantity)} × ${line.title}` }] : [];
  });
};

/** The two things people come for, where they are seen first. */
function NextSteps({ frame, order, returnHref, signInHref, message }: OrderPageProps) {
  const says = orderWords(frame.locale).order;
  const sent = order.parcels.some(({ state }) => state !== "preparing");
  const mayReturn = sent && !order.cancelledAt;
  if (!mayReturn && !message) return null;
  return (
    <nav aria-label={says.next}>
      {mayReturn && !returnHref && <p>{says.signInToReturn}</p>}
      <p className="aftercare-actions">
        {mayReturn &&
          (returnHref ? (
            <ButtonLink href={returnHref}>{says.returnItems}</ButtonLink>
          ) : (
            <ButtonLink href={signInHref}>{says.signIn}</ButtonLink>
          ))}
        {message && (
          <ButtonLink href="#aftercare-message" quiet>
            {says.write}
          </ButtonLink>
        )}
      </p>
    </nav>
  );
}

function Bought({ frame, order }: { frame: Frame; order: OrderDetail }) {
  const says = orderWords(frame.locale).order;
  return (
    <Section id="aftercare-items" title={says.items} card>
      <Items
        items={order.lines.map((line) => ({
          key: line.id,
          title: line.title,
          imageUrl: line.imageUrl,
          amount: frame.money(line.total),
          detail: (
            <>
              {line.variantTitle && (
                <div>
                  <Typed>{line.variantTitle}</Typed>
                </div>
              )}
              <div>{says.quantity(line.quantity)}</div>
              {line.currentQuantity < line.quantity && (
                <div>{says.removed(line.quantity - line.currentQuantity)}</div>
              )}
            </>
          ),
        }))}
      />
      <Amounts rows={amountsOf(frame, order)} />
    </Section>
  );
}

function amountsOf(frame: Frame, order: OrderDetail) {
  const says = orderWords(frame.locale).order;
  const sums = sumsOf(order);
  const row = (label: string, money: Money) =>
    money.amount === 0n ? [] : [{ label, amount: frame.money(money) }];
  const { total, refunded } = order;
  const left = { amount: total.amount - refunded.amount, currency: total.currency };
  return [
    ...row(says.subtotal, sums.goods),
    ...row(says.discount, sums.discount),
    ...row(says.shippingCost, sums.shipping),
    ...row(sums.taxIncluded ? says.taxIncluded : says.tax, sums.tax),
    { label: says.total, amount: frame.money(sums.total), sum: true },
    ...row(says.refunded, { ...refunded, amount: -refunded.amount }),
    ...(refunded.amount > 0n ? [{ label: says.afterRefund, amount: frame.money(left), sum: true }] : []),
  ];
}

function Details({ frame, order }: { frame: Frame; order: OrderDetail }) {
  const { order: says, payment } = orderWords(frame.locale);
  const paid = payment[order.financialStatus as keyof typeof payment];
  const address = (one: OrderDetail["shippingAddress"]) =>
    one ? <AddressBlock lines={addressLines(one, frame.locale)} /> : null;
  return (
    <Section id="aftercare-details" title={says.details} card>
      <DefinitionList
        rows={[
          { name: says.payment, value: paid ?? null },
          { name: says.method, value: order.shippingTitle && <Typed>{order.shippingTitle}</Typed> },
          {
            name: says.promised,
            value: order.parcels.length === 0 ? frame.days(order.promisedFrom, order.promisedTo) : null,
          },
          { name: says.shippingAddress, value: address(order.shippingAddress) },
          {
            name: says.billingAddress,
            value: isSame(order.billingAddress, order.shippingAddress) ? null : address(order.billingAddress),
          },
          { name: says.email, value: order.email && <Code>{order.email}</Code> },
          { name: says.note, value: order.note && <Typed>{order.note}</Typed> },
        ]}
      />
    </Section>
  );
}

const isSame = (one: OrderDetail["billingAddress"], other: OrderDetail["shippingAddress"]) =>
  one !== null && other !== null && addressLines(one).join() === addressLines(other).join();
