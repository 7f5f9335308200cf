import { Banner, BlockStack, Card, InlineStack, Layout, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { OrderDetail } from "~/features/orders/queries.server";
import { Page } from "~/ui/admin/page";
import { Pairs } from "~/ui/admin/pairs";
import { useReader } from "~/ui/admin/reader";
import { StatusBadge } from "~/ui/admin/status-badge";
import { DayText, MoneyText } from "~/ui/admin/text";
import { Timeline } from "~/ui/admin/timeline";
import { formatCalendarDay } from "~/values/calendar";
import type { RefundPreview } from "../preview-refund.server";
import { readProblem } from "../problem";
import type { ReturnDetail } from "../queries.server";
import type { ReturnFact, ReturnMoney } from "../staff-queries.server";
import { mayStep } from "../states";
import { staffWords as words } from "../words/staff";
import { AdminNextStep } from "./admin-next-step";

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
  const { one, order, facts, money, may, shopifyUrl, refused, busy, onAct } = props;
  const mayCancel = mayStep(one.state, "cancel") && one.state !== "requested";
  return (
    <Page
      title={one.rma}
      subtitle={order ? words.of(order.name) : ""}
      badge={<StatusBadge state={one.state} map={words.states} />}
      back={{ label: words.back, url: "/app/returns" }}
      secondary={[
        { label: words.who.shopify, url: shopifyUrl, external: true },
        ...(mayCancel
          ? [
              {
                label: words.actions.cancel,
                destructive: true,
                disabled: !may.returns || busy,
                onAction: () => onAct({ intent: "cancel" }),
              },
            ]
          : []),
      ]}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {refused && (
              <Banner tone="warning">
                <p>{words.refusals[refused] ?? words.refused}</p>
              </Banner>
            )}
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

const Titled = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      {children}
    </BlockStack>
  </Card>
);

const Quiet = ({ children }: { children: ReactNode }) => (
  <Text as="p" tone="subdued">
    {children}
  </Text>
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

const Things = ({ one }: { one: ReturnDetail }) => (
  <ul className="admin-plain-list">
    {one.items.map((item) => (
      <li key={item.id} style={{ paddingBlockEnd: "var(--p-space-300)" }}>
        <BlockStack gap="050">
          <Text as="p" fontWeight="semibold" breakWord>
            <bdi>{item.title}</bdi>
            {item.variantTitle ? ` · ${item.variantTitle}` : ""}
          </Text>
          <Text as="p">
            {one.receivedAt
              ? words.items.arrived(item.receivedQuantity, item.quantity)
              : words.items.quantity(item.quantity)}
          </Text>
          <Quiet>{`${words.items.reason}: ${words.reasons[item.reason] ?? item.reason}`}</Quiet>
          {item.note && (
            <Quiet>
              <bdi>{item.note}</bdi>
            </Quiet>
          )}
        </BlockStack>
      </li>
    ))}
  </ul>
);

/** The sentence that says why the return is allowed, and what the shopper wrote. */
function Why({ one }: { one: ReturnDetail }) {
  const { locale } = useReader();
  return (
    <Titled title={words.why}>
      <Text as="p">{decisionSentence(one, locale)}</Text>
      <BlockStack gap="050">
        <Text as="h3" variant="headingSm">
          {words.who.note}
        </Text>
        {one.note ? (
          <div dir="auto" style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
            {one.note}
          </div>
        ) : (
          <Quiet>{words.who.noNote}</Quiet>
        )}
      </BlockStack>
    </Titled>
  );
}

function decisionSentence({ decision }: ReturnDetail, locale: string): string {
  const { grounds, next, rule } = decision;
  if (!grounds) return rule === "shopify" ? words.decision.shopify : words.decision.review;
  const lastDay = formatCalendarDay(grounds.lastDay, locale);
  const window =
    grounds.countedFrom === "delivery"
      ? words.decision.delivery(grounds.windowDays, lastDay)
      : words.decision.shipping(grounds.windowDays, grounds.bufferDays, lastDay);
  return `${window} ${next === "approve" ? words.decision.auto : words.decision.review}`;
}

function Label({ one, labelHrefs }: AdminReturnProps) {
  if (!labelHrefs) return <Quiet>{one.state === "approved" ? words.label.making : words.label.none}</Quiet>;
  return (
    <BlockStack gap="200">
      <InlineStack gap="300">
        {(["a4", "letter", "thermal"] as const).map((size) => (
          <Link
            key={size}
            url={labelHrefs[size]}
            external
            accessibilityLabel={words.label.openLabel(words.label.open[size])}
          >
            {words.label.open[size]}
          </Link>
        ))}
      </InlineStack>
      {one.label?.attached ? (
        <Quiet>{words.label.attached}</Quiet>
      ) : (
        (one.state === "labelled" || one.state === "approved") && <Quiet>{words.label.notAttached}</Quiet>
      )}
    </BlockStack>
  );
}

const Money = ({ one, money }: { one: ReturnDetail; money: ReturnMoney }) => (
  <Pairs
    rows={[
      { name: words.money.paid, value: <MoneyText money={money.paid} /> },
      ...(money.otherwise.amount > 0n
        ? [{ name: words.money.back, value: <MoneyText money={money.otherwise} /> }]
        : []),
      {
        name: words.money.refund,
        value: one.refund && one.refundedAt ? <MoneyText money={one.refund} /> : words.money.none,
        strong: true,
      },
      { name: words.money.left, value: <MoneyText money={money.left} /> },
    ]}
  />
);

function Who({ one, order }: { one: ReturnDetail; order: OrderDetail | null }) {
  return (
    <Titled title={words.who.title}>
      {order?.redacted && <Quiet>{words.who.erased}</Quiet>}
      <BlockStack gap="100">
        <Text as="p" breakWord>
          <bdi>{order?.customerName ?? words.nobody}</bdi>
        </Text>
        {order?.email && (
          <Text as="p" tone="subdued" breakWord>
            {order.email}
          </Text>
        )}
      </BlockStack>
      {order && (
        <Text as="p">
          <Link url={`/app/orders/${order.id}`}>{words.of(order.name)}</Link>
        </Text>
      )}
      <Quiet>
        {words.columns.asked} <DayText at={one.requestedAt} />
      </Quiet>
    </Titled>
  );
}

/** A fact in words: what, by whom, when. */
const toFact = (fact: ReturnFact) => ({
  id: fact.id,
  at: fact.at,
  what: words.facts[fact.kind] ?? fact.kind.replaceAll(".", " "),
  who: fact.actorName ?? words.by[fact.actor] ?? fact.actor,
});
