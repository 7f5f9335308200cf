import { StorefrontPage } from "~/ui/storefront/page";
import { Notice } from "~/ui/storefront/parts";
import type { ReturnSummary } from "../queries.server";
import type { Step } from "../request-steps";
import type { RequestView } from "../request-view";
import { words } from "../words";
import { type About, type Frame, inSentence } from "./frame";
import { Barred } from "./storefront-barred";
import { openLines } from "./storefront-items";
import { ReturnList } from "./storefront-list";
import { backToOrder, RequestPage } from "./storefront-request";

type Props = { frame: Frame; about: About; view: RequestView; step: Step; returns: ReturnSummary[] };

/** A page of the request; where nothing may come back, the page that says so. */
export function ReturnFormPage({ frame, about, view, step, returns }: Props) {
  const says = words(frame.locale).form;
  const after = step === "items" && (
    <>
      <Barred
        frame={frame}
        lines={view.orders.flatMap((order) => order.lines.map((line) => ({ ...line, id: line.orderLineId })))}
        returnable={view.orders.flatMap((order) => order.lines)}
        windowDays={view.windowDays}
      />
      <ReturnList frame={frame} about={about} returns={returns} />
    </>
  );
  if (view.orders.some((order) => openLines(order).length > 0) || view.moreOrders)
    return (
      <RequestPage frame={frame} about={about} view={view} step={step}>
        {after}
      </RequestPage>
    );
  return (
    <StorefrontPage
      {...frame}
      title={says.title(inSentence(about.orderName, frame))}
      back={backToOrder(frame, about)}
    >
      <Notice title={says.nothing}>
        <p>{says.nothingText}</p>
      </Notice>
      {after}
    </StorefrontPage>
  );
}
