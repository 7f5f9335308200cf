import { InlineStack, Link } from "@shopify/polaris";
import { StatusBadge } from "~/ui/admin/status-badge";
import { DayText, MoneyText } from "~/ui/admin/text";
import type { ReturnSummary } from "../queries.server";
import { staffWords as words } from "../words/staff";

/** The returns of an order, for its page. */
export const AdminReturnsOfOrder = ({ returns }: { returns: ReturnSummary[] }) => (
  <ul className="admin-plain-list">
    {returns.map((one) => (
      <li key={one.id} style={{ paddingBlockEnd: "var(--p-space-200)" }}>
        <InlineStack gap="200" blockAlign="center">
          <Link url={`/app/returns/${one.id}`}>{one.rma}</Link>
          <StatusBadge state={one.state} map={words.states} />
          {one.stuck && <StatusBadge state="stuck" map={words.stuck} />}
          <DayText at={one.requestedAt} />
          {one.refund && <MoneyText money={one.refund} />}
        </InlineStack>
      </li>
    ))}
  </ul>
);
