import { Banner, BlockStack, Box, Card, InlineStack, Layout, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { Page } from "~/ui/admin/page";
import { StatusBadge } from "~/ui/admin/status-badge";
import { DaysText, DayText, TimeText } from "~/ui/admin/text";
import { Timeline, type TimelineFact } from "~/ui/admin/timeline";
import { type Address, addressLines } from "~/values/address";
import type { OrderDetail } from "../queries.server";
import type { OrderForStaff, TimelineRow } from "../staff-queries.server";
import { staffWords } from "../words/staff";
import { AdminOrderLines, AdminOrderSums } from "./admin-order-money";
import type { Correcting } from "./admin-parcel-news";
import { AdminParcels } from "./admin-parcels";

const words = staffWords.page;

type Props = {
  order: OrderDetail;
  staff: OrderForStaff;
  facts: SaidRow[];
  /** where Shopify shows this order */
  shopifyUrl: string;
  /** who the shopper is, and what can be done about the order: read after the page */
  beside: { customer: ReactNode; actions: ReactNode };
  /** what other features know of this order */
  returns: ReactNode;
  conversations: ReactNode;
  notifications: ReactNode;
  now: Date;
  /** how staff correct a parcel's carrier; null: who looks may not */
  correcting: Correcting | null;
};

/** All that staff may see of one order. */
export function AdminOrderPage({
  beside,
  order,
  staff,
  facts,
  shopifyUrl,
  returns,
  conversations,
  notifications,
  now,
  correcting,
}: Props) {
  return (
    <Page
      title={order.name}
      back={{ label: words.back, url: "/app/orders" }}
      badge={<States order={order} staff={staff} />}
      secondary={[{ label: words.inShopify, url: shopifyUrl, external: true }]}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <Box paddingInline={{ xs: "400", sm: "0" }}>
              <Text as="p" tone="subdued">
                <TimeText at={order.placedAt} />
                {staff.confirmationNumber ? ` · ${words.confirmation(staff.confirmationNumber)}` : ""}
              </Text>
            </Box>
            {order.redacted && <Banner>{staffWords.redacted}</Banner>}
            {!order.complete && <Banner tone="info">{words.incomplete}</Banner>}
            <Section title={words.items}>
              <AdminOrderLines lines={order.lines} />
            </Section>
            <Section title={words.money}>
              <AdminOrderSums order={order} staff={staff} />
            </Section>
            <Section title={words.parcels}>
              <AdminParcels parcels={order.parcels} lines={order.lines} now={now} correcting={correcting} />
            </Section>
            <Section title={words.returns}>{returns ?? <Nothing text={words.noReturns} />}</Section>
            <Section title={words.timeline}>
              <Timeline facts={facts.map(toFact)} />
            </Section>
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            {beside.actions}
            <Shopper order={order} more={beside.customer} />
            <Delivery order={order} staff={staff} />
            <Section title={words.conversations}>
              {conversations ?? <Nothing text={words.noConversations} />}
            </Section>
            <Section title={words.notifications}>
              {notifications ?? <Nothing text={words.noNotifications} />}
            </Section>
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

const States = ({ order, staff }: { order: OrderDetail; staff: OrderForStaff }) => (
  <InlineStack gap="100">
    <StatusBadge state={order.financialStatus} map={staffWords.payment} />
    <StatusBadge state={order.fulfilmentStatus} map={staffWords.fulfilment} />
    {order.cancelledAt && <StatusBadge state={staffWords.cancelled} map={{}} />}
    {staff.closedAt && <StatusBadge state={staffWords.archived} map={{}} />}
    {staff.test && <StatusBadge state={staffWords.test} map={{}} />}
  </InlineStack>
);

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      {children}
    </BlockStack>
  </Card>
);

const Nothing = ({ text }: { text: string }) => (
  <Text as="p" tone="subdued">
    {text}
  </Text>
);

function Shopper({ order, more }: { order: OrderDetail; more: ReactNode }) {
  const same = sameAddress(order.shippingAddress, order.billingAddress);
  return (
    <Section title={words.customer}>
      <BlockStack gap="100">
        <Text as="p" breakWord>
          <bdi>{order.customerName ?? staffWords.noCustomer}</bdi>
        </Text>
        <Text as="p" tone="subdued" breakWord>
          {order.email ?? words.noEmail}
        </Text>
        {order.phone && (
          <Text as="p" tone="subdued">
            <bdi>{order.phone}</bdi>
          </Text>
        )}
      </BlockStack>
      <AddressBlock title={words.shippingAddress} address={order.shippingAddress} />
      <AddressBlock
        title={words.billingAddress}
        address={order.billingAddress}
        {...(same ? { instead: words.sameAddress } : {})}
      />
      {order.note && <Titled title={words.note} text={order.note} />}
      {order.tags.length > 0 && <Titled title={words.tags} text={order.tags.join(", ")} />}
      {more}
    </Section>
  );
}

const sameAddress = (one: Address | null, other: Address | null) =>
  one !== null && other !== null && addressLines(one).join("\n") === addressLines(other).join("\n");

type AddressProps = { title: string; address: Address | null; instead?: string };
const AddressBlock = ({ title, address, instead }: AddressProps) => (
  <Titled title={title} text={instead ?? (address ? addressLines(address).join("\n") : words.noAddress)} />
);

const Titled = ({ title, text }: { title: string; text: string }) => (
  <BlockStack gap="050">
    <Text as="h3" variant="headingSm">
      {title}
    </Text>
    <div dir="auto" style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
      {text}
    </div>
  </BlockStack>
);

function Delivery({ order, staff }: { order: OrderDetail; staff: OrderForStaff }) {
  const { promisedFrom, promisedTo, shippingTitle } = order;
  const promised = promisedTo ?? promisedFrom;
  if (!promised && !shippingTitle && !staff.shipBy) return null;
  return (
    <Section title={words.delivery}>
      {promised && (
        <Text as="p">
          {words.promised}{" "}
          {promisedFrom && promisedTo ? (
            <DaysText from={promisedFrom} to={promisedTo} />
          ) : (
            <DayText at={promised} />
          )}
        </Text>
      )}
      {staff.shipBy && (
        <Text as="p" tone="subdued">
          {words.shipBy} <DayText at={staff.shipBy} />
        </Text>
      )}
      {shippingTitle && <Titled title={words.method} text={shippingTitle} />}
    </Section>
  );
}

/** A fact, in words where another feature has them. */
export type SaidRow = TimelineRow & { said?: string };

/** A fact in words: what, by whom, when. */
export const toFact = (fact: SaidRow): TimelineFact => ({
  id: fact.id,
  at: fact.at,
  what: fact.said ?? staffWords.facts[fact.kind] ?? fact.kind.replaceAll(".", " "),
  who: fact.actorName ?? staffWords.actors[fact.actor] ?? fact.actor,
});
