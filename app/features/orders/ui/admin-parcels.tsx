import { Badge, BlockStack, Box, Divider, InlineStack, Link, Text } from "@shopify/polaris";
import { StatusBadge } from "~/ui/admin/status-badge";
import { DayText, TimeText } from "~/ui/admin/text";
import type { OrderLineView, ParcelView } from "../queries.server";
import { staffWords } from "../words/staff";

const words = staffWords.page;

/** The parcels of an order: where each is, what is in it, and what the carrier said. */
export function AdminParcels({ parcels, lines }: { parcels: ParcelView[]; lines: OrderLineView[] }) {
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
          <Parcel parcel={parcel} lines={lines} />
        </BlockStack>
      ))}
    </BlockStack>
  );
}

function Parcel({ parcel, lines }: { parcel: ParcelView; lines: OrderLineView[] }) {
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
      {parcel.events.length > 0 && <CarrierEvents events={parcel.events} />}
    </>
  );
}

const CarrierEvents = ({ events }: { events: ParcelView["events"] }) => (
  <details>
    <summary style={{ cursor: "pointer" }}>{words.carrierEvents(events.length)}</summary>
    <Box paddingBlockStart="200">
      <ol className="admin-plain-list">
        {events.toReversed().map((event) => (
          <li key={event.id}>
            <Box paddingBlockEnd="100">
              <InlineStack gap="200">
                <Badge>{event.status.replaceAll("_", " ")}</Badge>
                <Text as="span" tone="subdued">
                  <TimeText at={event.happenedAt} />
                  {event.city ? ` · ${event.city}` : ""}
                  {event.message ? ` · ${event.message}` : ""}
                </Text>
              </InlineStack>
            </Box>
          </li>
        ))}
      </ol>
    </Box>
  </details>
);
