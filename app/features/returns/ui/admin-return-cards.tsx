import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { OrderDetail } from "~/features/orders/queries.server";
import { Pairs } from "~/ui/admin/pairs";
import { useReader } from "~/ui/admin/reader";
import { DayText, MoneyText } from "~/ui/admin/text";
import { formatCalendarDay } from "~/values/calendar";
import type { ReturnDetail } from "../queries.server";
import type { ReturnMoney } from "../staff-queries.server";
import { staffWords as words } from "../words/staff";

/** A card with its heading. */
export const Titled = ({ title, children }: { title: string; children: ReactNode }) => (
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

export const Things = ({ one }: { one: ReturnDetail }) => (
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
export function Why({ one }: { one: ReturnDetail }) {
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

type LabelProps = { one: ReturnDetail; labelHrefs: { a4: string; letter: string; thermal: string } | null };

export function Label({ one, labelHrefs }: LabelProps) {
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

export const Money = ({ one, money }: { one: ReturnDetail; money: ReturnMoney }) => (
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

export function Who({ one, order }: { one: ReturnDetail; order: OrderDetail | null }) {
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
