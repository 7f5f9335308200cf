import type { ReactNode } from "react";
import { Columns, StorefrontPage } from "~/ui/storefront/page";
import type { StatusView } from "../status-view";
import { orderWords } from "../words";
import { CodeOffer } from "./storefront-code";
import type { Frame } from "./storefront-frame";
import { Parcels, Progress, StateNotice } from "./storefront-progress";

/** Where an order is, for whoever has a pass for that and no more. */
export function StatusPage(props: {
  frame: Frame;
  status: StatusView;
  token: string;
  gift?: ReactNode;
  help?: ReactNode;
}) {
  const { frame, status, token, gift, help } = props;
  const says = orderWords(frame.locale);
  return (
    <StorefrontPage
      {...frame}
      title={says.order.title(status.name)}
      lead={says.order.placedOn(frame.day(status.placedAt))}
    >
      <StateNotice frame={frame} status={status} />
      <Columns
        main={
          <>
            <Progress frame={frame} status={status} />
            {status.state !== "noShipping" && status.state !== "cancelled" && (
              <Parcels
                frame={frame}
                parcels={status.parcels}
                hrefOf={(p) => frame.href("/parcel", { t: token, p })}
              />
            )}
          </>
        }
        side={
          <>
            <CodeOffer frame={frame} token={token} />
            {gift}
          </>
        }
      />
      {help}
      <p className="aftercare-again">
        <a href={frame.href("", { by: "number" })}>{says.lookUp.another}</a>
      </p>
    </StorefrontPage>
  );
}
