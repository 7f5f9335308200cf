import { ButtonLink } from "~/ui/storefront/form";
import type { StatusView } from "../status-view";
import { orderWords } from "../words";
import type { Frame } from "./storefront-frame";
import { StateNotice } from "./storefront-progress";

type Props = {
  frame: Frame;
  /** the order that is picked, as far as it may be shown; null: none is known */
  status: StatusView | null;
  /** the order's page, or where one is looked up */
  orderHref: string;
  /** where returning begins; null: not from here */
  returnHref: string | null;
};

/** What spares most people a question: where their order is, and how something goes back. */
export function ContactHelp({ frame, status, orderHref, returnHref }: Props) {
  const says = orderWords(frame.locale);
  return (
    <>
      {status && <StateNotice frame={frame} status={status} />}
      <p className="aftercare-actions">
        <ButtonLink href={orderHref} quiet>
          {status ? says.order.title(status.name) : says.lookUp.title}
        </ButtonLink>
        {returnHref && (
          <ButtonLink href={returnHref} quiet>
            {says.order.returnItems}
          </ButtonLink>
        )}
      </p>
    </>
  );
}
