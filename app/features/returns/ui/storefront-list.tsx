import { Section } from "~/ui/storefront/page";
import { Badge, Code } from "~/ui/storefront/parts";
import type { ReturnSummary } from "../queries.server";
import { words } from "../words";
import type { About, Frame } from "./frame";

type Props = { frame: Frame; about: About; returns: ReturnSummary[] };

/** The returns of an order, each a link to where it is. Nothing when there are none. */
export function ReturnLinks({ frame, about, returns }: Props) {
  const says = words(frame.locale).status;
  if (returns.length === 0) return null;
  return (
    <ul className="aftercare-orders">
      {returns.map((one) => (
        <li key={one.id}>
          <a
            className="aftercare-order"
            href={frame.href("/return", { t: about.token, o: about.orderId, r: one.id })}
          >
            <strong className="aftercare-order-name">
              <Code>{one.rma}</Code>
            </strong>
            <Badge tone={one.state === "refunded" || one.state === "closed" ? "good" : "plain"}>
              {one.refund ? `${says.steps.refunded} · ${frame.money(one.refund)}` : says.badges[one.state]}
            </Badge>
            <span className="aftercare-quiet">
              {says.lead(
                one.lines.reduce((sum, line) => sum + line.quantity, 0),
                frame.day(one.requestedAt),
              )}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The same below a heading of its own. */
export const ReturnList = (props: Props) =>
  props.returns.length === 0 ? null : (
    <Section id="aftercare-returns" title={words(props.frame.locale).status.earlier}>
      <ReturnLinks {...props} />
    </Section>
  );
