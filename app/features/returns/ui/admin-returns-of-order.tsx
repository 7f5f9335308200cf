import { InlineStack, Link } from "@shopify/polaris";
import type { ReactNode } from "react";
import { StatusBadge } from "~/ui/admin/status-badge";
import { DayText, MoneyText } from "~/ui/admin/text";
import type { ReturnSummary } from "../queries.server";
import { staffWords as words } from "../words/staff";

type Props = { returns: ReturnSummary[]; beside?: (one: ReturnSummary) => ReactNode };

/** The returns of an order, for its page; `beside`: what else stands with each. */
export const AdminReturnsOfOrder = ({ returns, beside }: Props) => (
  <ul className="admin-plain-list">
    {returns.map((one) => (
      <li key={one.id} style={{ paddingBlockEnd: "var(--p-space-200)" }}>
        <InlineStack gap="200" blockAlign="center">
          <Link url={`/app/returns/${one.id}`}>{one.rma}</Link>
          <StatusBadge state={one.state} map={words.states} />
          {one.stuck && <StatusBadge state="stuck" map={words.stuck} />}
          <DayText at={one.requestedAt} />
          {one.refund && <MoneyText money={one.refund} />}
          {beside?.(one)}
        </InlineStack>
      </li>
    ))}
  </ul>
);
