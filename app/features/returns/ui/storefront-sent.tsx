import { StorefrontPage } from "~/ui/storefront/page";
import { Notice } from "~/ui/storefront/parts";
import { problemText } from "../problem-text";
import type { Failed, Made } from "../send-request.server";
import { words } from "../words";
import type { About, Frame } from "./frame";
import { backToOrder } from "./storefront-request";

type Props = { frame: Frame; about: About; made: Made[]; failed: Failed[] };

/** Several returns at once: each with the way to its page, and what could not be returned with why. */
export function SentPage({ frame, about, made, failed }: Props) {
  const says = words(frame.locale).request.sent;
  return (
    <StorefrontPage {...frame} title={says.title} lead={says.lead} back={backToOrder(frame, about)}>
      {failed.map(({ orderId, orderName, refusal }) => (
        <Notice key={orderId} tone="warning" title={says.failed(orderName)}>
          <p>
            {
              problemText(
                { step: "items", refusal, row: null },
                { orders: [], draft: { lines: [] } },
                frame.locale,
              ).message
            }
          </p>
        </Notice>
      ))}
      <ul className="aftercare-orders">
        {made.map(({ orderId, orderName, id }) => (
          <li key={id}>
            <a
              className="aftercare-order"
              href={frame.href("/return", { t: about.token, o: orderId, r: id })}
            >
              <strong>{words(frame.locale).request.ofOrder(orderName)}</strong>
              <span>{words(frame.locale).status.see}</span>
            </a>
          </li>
        ))}
      </ul>
    </StorefrontPage>
  );
}
