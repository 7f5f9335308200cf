import { BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { OrderDetail } from "~/features/orders/queries.server";
import { Pairs } from "~/ui/admin/pairs";
import { DayText, MoneyText } from "~/ui/admin/text";
import { addressLines } from "~/values/address";
import { staffWords } from "../words/staff";
import { tieWords } from "../words/tie-staff";
import { AboutIt, type AboutProps } from "./about-it";

const words = staffWords.order;

type Props = {
  order: OrderDetail;
  /** the order's returns, as their own feature shows them; null when there are none */
  returns: ReactNode;
  shopifyUrl: string | null;
  asking: AboutProps;
};

/** The order a conversation is about: what was bought, where it is, what was paid. */
export function AdminOrderCard({ order, returns, shopifyUrl, asking }: Props) {
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {words.title(order.name)}
          </Text>
          <Button variant="plain" url={`/app/orders/${order.id}`}>
            {words.open}
          </Button>
        </InlineStack>
        <Text as="p" tone="subdued">
          {words.placed} <DayText at={order.placedAt} />
        </Text>
        <Titled title={words.items}>
          {order.lines.map((line) => (
            <Text as="p" key={line.id} breakWord>
              {words.line(line.quantity, line.title)}
            </Text>
          ))}
        </Titled>
        <Money order={order} />
        <Titled title={words.parcels}>
          {order.parcels.length === 0 && (
            <Text as="p" tone="subdued">
              {words.noParcels}
            </Text>
          )}
          {order.parcels.map((parcel) => (
            <BlockStack key={parcel.id} gap="050">
              <Parcel parcel={parcel} />
              <InlineStack gap="200" blockAlign="center">
                <AboutIt
                  {...asking}
                  part="parcel"
                  partId={parcel.id}
                  name={tieWords.about.parcel(parcel.tracking[0]?.number ?? "")}
                />
              </InlineStack>
            </BlockStack>
          ))}
        </Titled>
        <Titled title={words.returns}>
          {returns ?? (
            <Text as="p" tone="subdued">
              {words.noReturns}
            </Text>
          )}
        </Titled>
        {order.shippingAddress && (
          <Titled title={words.address}>
            <div dir="auto" style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
              {addressLines(order.shippingAddress).join("\n")}
            </div>
          </Titled>
        )}
        {shopifyUrl && (
          <InlineStack>
            <Button url={shopifyUrl} target="_top">
              {words.inShopify}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}

const Titled = ({ title, children }: { title: string; children: ReactNode }) => (
  <BlockStack gap="050">
    <Text as="h3" variant="headingSm">
      {title}
    </Text>
    {children}
  </BlockStack>
);

const Money = ({ order }: { order: OrderDetail }) => (
  <Pairs
    rows={[
      { name: words.total, value: <MoneyText money={order.total} />, strong: true },
      ...(order.refunded.amount > 0n
        ? [{ name: words.refunded, value: <MoneyText money={order.refunded} /> }]
        : []),
    ]}
  />
);

function Parcel({ parcel }: { parcel: OrderDetail["parcels"][number] }) {
  const [name, at] = parcel.deliveredAt
    ? [words.delivered, parcel.deliveredAt]
    : parcel.estimatedAt
      ? [words.expected, parcel.estimatedAt]
      : [words.shipped, parcel.shippedAt];
  return (
    <Text as="p" breakWord>
      {name} <DayText at={at} />
      {parcel.tracking.map((one) => (
        <span key={one.number}>
          {" · "}
          {one.carrier}{" "}
          {one.url?.startsWith("https://") ? (
            <Link url={one.url} external target="_blank">
              {one.number ?? ""}
            </Link>
          ) : (
            <bdi>{one.number}</bdi>
          )}
        </span>
      ))}
    </Text>
  );
}
