import { Banner, BlockStack, Layout } from "@shopify/polaris";
import type { OrderDetail } from "~/features/orders/queries.server";
import { Page, type PageAction } from "~/ui/admin/page";
import { StatusBadge } from "~/ui/admin/status-badge";
import { Timeline } from "~/ui/admin/timeline";
import type { RefundPreview } from "../preview-refund.server";
import { readProblem } from "../problem";
import type { ReturnDetail } from "../queries.server";
import type { ReturnFact, ReturnMoney } from "../staff-queries.server";
import { mayStep } from "../states";
import { staffWords as words } from "../words/staff";
import { AdminNextStep } from "./admin-next-step";
import { Label, Money, Things, Titled, Who, Why } from "./admin-return-cards";

export type AdminReturnProps = {
  one: ReturnDetail;
  order: OrderDetail | null;
  facts: ReturnFact[];
  money: ReturnMoney | null;
  /** what Shopify would refund now, for a return that arrived */
  preview: RefundPreview | null;
  /** where the label opens, in each size */
  labelHrefs: { a4: string; letter: string; thermal: string } | null;
  may: { returns: boolean; refunds: boolean };
  shopifyUrl: string;
  /** what was tried last and could not be done */
  refused: string | null;
  busy: boolean;
  onAct: (fields: Record<string, string>) => void;
};

/** All that staff may see and do of one return; the next right step first. */
export function AdminReturnPage(props: AdminReturnProps) {
  const { one, order, facts, money } = props;
  return (
    <Page
      title={one.rma}
      subtitle={order ? words.of(order.name) : ""}
      badge={<StatusBadge state={one.state} map={words.states} />}
      back={{ label: words.back, url: "/app/returns" }}
      secondary={waysAside(props)}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <Refused {...props} />
            <Problem {...props} />
            <AdminNextStep {...props} />
            <Titled title={words.items.title}>
              <Things one={one} />
            </Titled>
            <Titled title={words.timeline}>
              <Timeline facts={facts.map(toFact)} />
            </Titled>
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <Why one={one} />
            <Titled title={words.label.title}>
              <Label {...props} />
            </Titled>
            {money && (
              <Titled title={words.money.title}>
                <Money one={one} money={money} />
              </Titled>
            )}
            <Who one={one} order={order} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

/** What may be done beside the next step. */
function waysAside({ one, may, shopifyUrl, busy, onAct }: AdminReturnProps): PageAction[] {
  const inShopify = { label: words.who.shopify, url: shopifyUrl, external: true };
  if (!mayStep(one.state, "cancel") || one.state === "requested") return [inShopify];
  const cancel = {
    label: words.actions.cancel,
    destructive: true,
    disabled: !may.returns || busy,
    onAction: () => onAct({ intent: "cancel" }),
  };
  return [inShopify, cancel];
}

const Refused = ({ refused }: AdminReturnProps) =>
  refused && (
    <Banner tone="warning">
      <p>{words.refusals[refused] ?? words.refused}</p>
    </Banner>
  );

/** What only staff can mend, with the way to go on. */
function Problem({ one, may, busy, onAct }: AdminReturnProps) {
  const problem = readProblem(one.problem);
  if (!problem) return null;
  const again = {
    content: words.actions.retry,
    disabled: !may.returns || busy,
    onAction: () => onAct({ intent: "retry" }),
  };
  return (
    <Banner tone="critical" title={words.problemTitle[problem.task]} action={again}>
      <p>{problem.message}</p>
    </Banner>
  );
}

/** A fact in words: what, by whom, when. */
const toFact = (fact: ReturnFact) => ({
  id: fact.id,
  at: fact.at,
  what: words.facts[fact.kind] ?? fact.kind.replaceAll(".", " "),
  who: fact.actorName ?? words.by[fact.actor] ?? fact.actor,
});
