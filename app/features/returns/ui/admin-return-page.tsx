import { Banner, BlockStack, Layout, Text } from "@shopify/polaris";
import { type ReactNode, useState } from "react";
import type { OrderDetail } from "~/features/orders/queries.server";
import { ConfirmModal } from "~/ui/admin/confirm-modal";
import { Page, type PageAction } from "~/ui/admin/page";
import { StatusBadge } from "~/ui/admin/status-badge";
import { Timeline } from "~/ui/admin/timeline";
import { accessOf } from "../access";
import type { Owed } from "../owed";
import type { VersionSummary } from "../policy-store.server";
import type { RefundPreview } from "../preview-refund.server";
import { readProblem } from "../problem";
import type { ReturnDetail } from "../queries.server";
import type { ReturnFact, ReturnMoney } from "../staff-queries.server";
import type { ReturnPlus } from "../staff-return";
import { mayStep } from "../states";
import { staffWords as words } from "../words/staff";
import { returnWords } from "../words/staff-return";
import { AdminNextStep } from "./admin-next-step";
import type { SeenPhoto } from "./admin-photos";
import { Things, Titled, Who, Why } from "./admin-return-cards";
import { MoneyCard } from "./admin-return-money";
import { Notes } from "./admin-return-notes";
import { Parcel } from "./admin-return-parcel";
import { allowButton } from "./allow-access";

export type AdminReturnProps = {
  one: ReturnDetail;
  plus: ReturnPlus;
  photos: SeenPhoto[];
  order: OrderDetail | null;
  facts: ReturnFact[];
  money: ReturnMoney | null;
  /** what is owed as it stands; null when the order is gone */
  owed: Owed | null;
  /** what Shopify would refund now, for a return that arrived */
  preview: RefundPreview | null;
  /** orders and returns of the shopper in the last year; null when nobody is known */
  history: { orders: number; returns: number } | null;
  /** the published policy that decided; null when the settings did */
  policyBy: VersionSummary | null;
  /** asked for together with this one */
  siblings: { id: string; rma: string }[];
  /** leads to the conversation about the order, or begins one */
  conversation: ReactNode;
  /** where the label opens, in each size */
  labelHrefs: { a4: string; letter: string; thermal: string } | null;
  may: { returns: boolean; refunds: boolean };
  /** who looks at it */
  me: { id: string; owner: boolean };
  shopifyUrl: string;
  now: Date;
  /** what was tried last and could not be done */
  refused: string | null;
  busy: boolean;
  onAct: (fields: Record<string, string>) => void;
  /** reads the return anew, after something was sent aside of `onAct` */
  onRefresh: () => void;
  /** the merchant has just allowed what a payout waits for */
  onAllowed: () => void;
};

/** All that staff may see and do of one return; the next right step first. */
export function AdminReturnPage(props: AdminReturnProps) {
  const { one, order, facts, busy, onAct } = props;
  const [cancelling, setCancelling] = useState(false);
  return (
    <Page
      title={one.rma}
      subtitle={order ? words.of(order.name) : ""}
      badge={<StatusBadge state={one.state} map={words.states} />}
      back={{ label: words.back, url: "/app/returns" }}
      secondary={waysAside(props, () => setCancelling(true))}
    >
      <ConfirmModal
        open={cancelling}
        title={words.cancel.title}
        confirm={words.cancel.confirm}
        destructive
        loading={busy}
        onConfirm={() => {
          setCancelling(false);
          onAct({ intent: "cancel" });
        }}
        onClose={() => setCancelling(false)}
      >
        <Text as="p">{words.cancel.text}</Text>
      </ConfirmModal>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <Refused {...props} />
            <Problem {...props} />
            <AdminNextStep {...props} />
            <Titled title={words.items.title}>
              <Things {...props} />
            </Titled>
            <Why {...props} />
            <MoneyCard {...props} />
            <Notes {...props} />
            <Titled title={words.timeline}>
              <Timeline facts={facts.map(toFact)} />
            </Titled>
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <Who {...props} />
            <Parcel {...props} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

/** What may be done beside the next step. */
function waysAside(
  { one, may, shopifyUrl, busy, onAct }: AdminReturnProps,
  onCancel: () => void,
): PageAction[] {
  const disabled = !may.returns || busy;
  return [
    { label: words.who.shopify, url: shopifyUrl, external: true },
    ...(mayStep(one.state, "reopen")
      ? [{ label: returnWords.actions.reopen, disabled, onAction: () => onAct({ intent: "reopen" }) }]
      : []),
    ...(mayStep(one.state, "cancel") && one.state !== "requested"
      ? [
          {
            label: words.actions.cancel,
            destructive: true,
            disabled,
            onAction: onCancel,
          },
        ]
      : []),
  ];
}

const Refused = ({ refused }: AdminReturnProps) =>
  refused && (
    <Banner tone="warning">
      <p role="alert">{returnWords.refusals[refused] ?? words.refusals[refused] ?? words.refused}</p>
    </Banner>
  );

/** What only staff can mend, with the way to go on. */
function Problem({ one, may, busy, onAct, onAllowed }: AdminReturnProps) {
  const problem = readProblem(one.problem);
  const allow = allowButton(accessOf(problem), onAllowed);
  if (!problem) return null;
  const again = {
    content: words.actions.retry,
    disabled: !may.returns || busy,
    onAction: () => onAct({ intent: "retry" }),
  };
  const titles: Readonly<Record<string, string>> = words.problemTitle;
  const title = titles[problem.task] ?? words.stuck.stuck.label;
  const ways = allow
    ? { action: { ...allow, disabled: again.disabled }, secondaryAction: again }
    : { action: again };
  return (
    <Banner tone="critical" title={title} {...ways}>
      <p>{problem.message}</p>
    </Banner>
  );
}

/** A fact in words: what, by whom, when. */
const toFact = (fact: ReturnFact) => ({
  id: fact.id,
  at: fact.at,
  what: returnWords.facts[fact.kind] ?? words.facts[fact.kind] ?? fact.kind.replaceAll(".", " "),
  who: fact.actorName ?? words.by[fact.actor] ?? fact.actor,
});
