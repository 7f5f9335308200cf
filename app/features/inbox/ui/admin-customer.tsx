import { BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { type ReactNode, useEffect, useState } from "react";
import { Pairs } from "~/ui/admin/pairs";
import { useReader } from "~/ui/admin/reader";
import { StatusBadge } from "~/ui/admin/status-badge";
import { DayText, MoneyText } from "~/ui/admin/text";
import type { Money } from "~/values/money";
import type { PastConversation } from "../customer-queries.server";
import { customerWords as words } from "../words/customer-staff";
import { staffWords } from "../words/staff";

type Count = number | null | undefined;

export type CustomerProps = {
  /** Shopify's number, where who looks may read customers */
  customer: string | null;
  city: string | null;
  country: string | null;
  /** IANA; null: not known */
  timeZone: string | null;
  orders: { id: string; name: string; placedAt: Date; total: Money }[];
  history: { orders?: Count; returns?: Count; returnedOrders?: Count } | null;
  conversations: { latest: PastConversation[]; count: number };
  /** as Shopify counts; null: nobody known, or no answer */
  shopify: { note: string | null; tags: string[]; orders: number; spent: Money; since: Date } | null;
  shopId: string;
};

/** Who the shopper is: what they bought and sent back, what time it is for them, what was written before. */
export function AdminCustomer(props: CustomerProps) {
  const { shopify, history, orders, conversations, customer, shopId } = props;
  const returns = history?.returns ?? 0;
  return (
    <BlockStack gap="300">
      <WhereAndWhen {...props} />
      <Pairs
        rows={[
          { name: words.orders, value: shopify?.orders ?? history?.orders ?? 0 },
          ...(shopify ? [{ name: words.spent, value: <MoneyText money={shopify.spent} /> }] : []),
          { name: words.returns, value: words.returnsOf(returns, history?.returnedOrders ?? 0) },
          ...(shopify ? [{ name: words.since, value: <DayText at={shopify.since} /> }] : []),
        ]}
      />
      {customer && !shopify && (
        <Text as="p" tone="subdued">
          {words.ours}
        </Text>
      )}
      {shopify?.note && <Titled title={words.note}>{shopify.note}</Titled>}
      {shopify && shopify.tags.length > 0 && <Titled title={words.tags}>{shopify.tags.join(", ")}</Titled>}
      {orders.length > 0 && (
        <Titled title={words.latest}>
          <ul className="admin-plain-list">
            {orders.map((order) => (
              <li key={order.id}>
                <Link url={`/app/orders/${order.id}`}>{order.name}</Link> <DayText at={order.placedAt} />,{" "}
                <MoneyText money={order.total} />
              </li>
            ))}
          </ul>
        </Titled>
      )}
      <Titled title={words.conversations(conversations.count)}>
        <ul className="admin-plain-list">
          {conversations.latest.map((one) => (
            <li key={one.id}>
              <InlineStack gap="200" blockAlign="center">
                <Link url={`/app/inbox/${one.id}`}>{one.subject || staffWords.noWords}</Link>
                <StatusBadge state={one.state} map={staffWords.states} />
                <Text as="span" variant="bodySm" tone="subdued">
                  <DayText at={one.lastMessageAt} />
                </Text>
              </InlineStack>
            </li>
          ))}
        </ul>
      </Titled>
      {customer && (
        <InlineStack>
          <Link url={`https://${shopId}/admin/customers/${customer}`} target="_top">
            {words.inShopify}
          </Link>
        </InlineStack>
      )}
    </BlockStack>
  );
}

const MINUTE_MS = 60_000;

/** Where the shopper lives and what their clocks say. */
function WhereAndWhen({ city, country, timeZone }: CustomerProps) {
  const { locale } = useReader();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  const place = words.place(city, country && countryName(country, locale));
  const said = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: timeZone ?? "UTC" }).format(now);
  return (
    <BlockStack gap="050">
      <Text as="p">{place || words.unknownPlace}</Text>
      {timeZone && (
        <Text as="p" tone="subdued">
          {words.localTime(said({ timeStyle: "short" }), said({ weekday: "long" }))}
        </Text>
      )}
    </BlockStack>
  );
}

const countryName = (code: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code;

const Titled = ({ title, children }: { title: string; children: ReactNode }) => (
  <BlockStack gap="050">
    <Text as="h3" variant="headingSm">
      {title}
    </Text>
    <div dir="auto" style={{ overflowWrap: "anywhere", whiteSpace: "pre-line" }}>
      {children}
    </div>
  </BlockStack>
);
