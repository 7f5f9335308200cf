import type { ReactNode } from "react";
import { ButtonLink } from "~/ui/storefront/form";
import { StorefrontPage } from "~/ui/storefront/page";
import { Badge, Code, MoreLink, Notice } from "~/ui/storefront/parts";
import type { HistoryPage, HistoryRow } from "../history-queries.server";
import { toneOf } from "../order-progress";
import { orderWords } from "../words";
import type { Frame } from "./storefront-frame";

/** A signed-in shopper's orders. */
export function HistoryPageView(props: {
  frame: Frame;
  page: HistoryPage;
  paged: boolean;
  /** where else to look for help */
  help: ReactNode;
}) {
  const { frame, page, paged, help } = props;
  const says = orderWords(frame.locale).history;
  return (
    <StorefrontPage {...frame} title={says.title} lead={page.orders.length > 0 ? says.lead : undefined}>
      {page.orders.length === 0 && !paged && (
        <Notice title={says.empty}>
          <p>{says.emptyText}</p>
        </Notice>
      )}
      <OrderList
        frame={frame}
        orders={page.orders}
        hrefOf={(order) => frame.href("/order", { o: order.id })}
      />
      <MoreLink href={page.next && frame.href("", { after: page.next })} label={says.older} />
      <MoreLink href={paged ? frame.href("") : null} label={says.newest} />
      <p className="aftercare-actions">
        <ButtonLink href={frame.href("", { by: "number" })} quiet>
          {says.lookUp}
        </ButtonLink>
      </p>
      {help}
    </StorefrontPage>
  );
}

/** Orders, each a link to its page. */
export function OrderList(props: {
  frame: Frame;
  orders: HistoryRow[];
  hrefOf: (order: HistoryRow) => string;
}) {
  const { frame, orders, hrefOf } = props;
  const { history, state } = orderWords(frame.locale);
  if (orders.length === 0) return null;
  return (
    <ul className="aftercare-orders">
      {orders.map((order) => (
        <li key={order.id}>
          <a className="aftercare-order" href={hrefOf(order)}>
            <span className="aftercare-order-name">
              <Code>{order.name}</Code>
            </span>
            <span className="aftercare-order-end">{frame.money(order.total)}</span>
            <span className="aftercare-quiet aftercare-order-when">
              <time dateTime={order.placedAt.toISOString()}>{frame.day(order.placedAt)}</time> ·{" "}
              {history.items(order.items)}
            </span>
            <span className="aftercare-order-state">
              <Badge tone={toneOf(order.state)}>{state[order.state].title}</Badge>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
