import { BlockStack, Divider, InlineStack, Link, Text } from "@shopify/polaris";
import { StatusBadge } from "~/ui/admin/status-badge";
import { DayText } from "~/ui/admin/text";
import type { OrderLineView, ParcelView } from "../queries.server";
import { staffWords } from "../words/staff";
import { CarrierEvents, CorrectCarrier, type Correcting, ParcelNews } from "./admin-parcel-news";

const words = staffWords.page;

/** The parcels of an order: where each is, what is in it, and what the carrier said. */
export function AdminParcels(props: {
  parcels: ParcelView[];
  lines: OrderLineView[];
  now: Date;
  /** null: who looks may not change it */
  correcting: Correcting | null;
}) {
  const { parcels, lines, now, correcting } = props;
  if (parcels.length === 0)
    return (
      <Text as="p" tone="subdued">
        {words.noParcels}
      </Text>
    );
  return (
    <BlockStack gap="400">
      {parcels.map((parcel, at) => (
        <BlockStack gap="200" key={parcel.id}>
          {at > 0 && <Divider />}
          <Parcel parcel={parcel} lines={lines} now={now} correcting={correcting} />
        </BlockStack>
      ))}
    </BlockStack>
  );
}

type ParcelProps = { parcel: ParcelView; lines: OrderLineView[]; now: Date; correcting: Correcting | null };

function Parcel({ parcel, lines, now, correcting }: ParcelProps) {
  const titles = new Map(lines.map((line) => [line.id, line.title]));
  const contents = parcel.lines.map((line) => `${line.quantity} × ${titles.get(line.orderLineId) ?? "?"}`);
  return (
    <>
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {parcel.name}
        </Text>
        <StatusBadge state={parcel.state} map={staffWords.parcel} />
      </InlineStack>
      {parcel.tracking.map((tracking) => (
        <Text as="p" key={`${tracking.carrier}${tracking.number}`}>
          {tracking.carrier}{" "}
          {tracking.url?.startsWith("https://") ? (
            <Link url={tracking.url} external target="_blank">
              {words.track(tracking.number ?? "")}
            </Link>
          ) : (
            tracking.number
          )}
        </Text>
      ))}
      <Text as="p" tone="subdued">
        {words.shippedOn} <DayText at={parcel.shippedAt} />
        {parcel.deliveredAt ? (
          <>
            {" · "}
            {words.deliveredOn} <DayText at={parcel.deliveredAt} />
          </>
        ) : parcel.estimatedAt ? (
          <>
            {" · "}
            {words.expected} <DayText at={parcel.estimatedAt} />
          </>
        ) : null}
      </Text>
      {contents.length > 0 && (
        <Text as="p" tone="subdued">
          {words.contains} {contents.join(", ")}
        </Text>
      )}
      <ParcelNews parcel={parcel} now={now} />
      {correcting && parcel.carriage && <CorrectCarrier parcel={parcel} {...correcting} />}
      {parcel.events.length > 0 && <CarrierEvents events={parcel.events} />}
    </>
  );
}
