import { Badge, Box, Button, InlineStack, Select, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { formatAgo } from "~/platform/i18n/ago";
import { useReader } from "~/ui/admin/reader";
import type { FormComponent } from "~/ui/admin/search-form";
import { TimeText } from "~/ui/admin/text";
import { scanState } from "../parcel-truth";
import type { ParcelScan, ParcelView } from "../queries.server";
import { UNKNOWN_SCAN } from "../rules";
import { staffWords } from "../words/staff";
import { trackingWords as words } from "../words/tracking-staff";

const sourceName = (source: string): string => words.sources[source] ?? source;

/** How old the news of a parcel is and who told it, who carries it by whose word, and what keeps us from asking. */
export function ParcelNews({ parcel, now }: { parcel: ParcelView; now: Date }) {
  const { locale } = useReader();
  const { heard, carriage } = parcel;
  const company = carriage?.company ?? "";
  const by =
    carriage?.by === "staff"
      ? words.carrierBy.staff
      : carriage?.by === "number"
        ? words.carrierBy.number(company)
        : null;
  const problem = carriage?.problem && words.problem[carriage.problem];
  return (
    <>
      <Text as="p" tone="subdued">
        <span suppressHydrationWarning>
          {words.updated(formatAgo(heard.at, now, locale), sourceName(heard.source))}
        </span>
        {by ? ` · ${by}` : ""}
      </Text>
      {problem && (
        <Text as="p" tone="caution">
          {problem}
        </Text>
      )}
    </>
  );
}

export type Correcting = {
  Form: FormComponent;
  carriers: { key: string; name: string }[];
  busy: boolean;
  /** counts what was done: forms close when it grows */
  done: number;
};

/** Staff know better who carries it. */
export function CorrectCarrier({ parcel, Form, carriers, busy, done }: Correcting & { parcel: ParcelView }) {
  const [open, setOpen] = useState(false);
  const [carrier, setCarrier] = useState(parcel.carriage?.carrier ?? "");
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes when something was done
  useEffect(() => setOpen(false), [done]);
  const says = words.correct;
  if (!open)
    return (
      <InlineStack>
        <Button variant="plain" onClick={() => setOpen(true)}>
          {says.open}
        </Button>
      </InlineStack>
    );
  return (
    <Form method="post">
      <input type="hidden" name="fulfilmentId" value={parcel.id} />
      <InlineStack gap="200" blockAlign="end">
        <Select
          name="carrier"
          label={says.label}
          options={[
            { value: "", label: says.choose, disabled: true },
            ...carriers.map(({ key, name }) => ({ value: key, label: name })),
          ]}
          value={carrier}
          onChange={setCarrier}
        />
        <Button submit loading={busy} disabled={carrier === ""}>
          {says.save}
        </Button>
        <Button variant="plain" onClick={() => setOpen(false)}>
          {says.close}
        </Button>
      </InlineStack>
    </Form>
  );
}

/** What was reported, the latest first: by whom, and in the carrier's own words. */
export const CarrierEvents = ({ events }: { events: ParcelScan[] }) => (
  <details>
    <summary style={{ cursor: "pointer" }}>{staffWords.page.carrierEvents(events.length)}</summary>
    <Box paddingBlockStart="200">
      <ol className="admin-plain-list">
        {events.toReversed().map((event) => (
          <li key={event.id}>
            <Box paddingBlockEnd="100">
              <InlineStack gap="200">
                <Badge>{labelOf(event)}</Badge>
                <Text as="span" tone="subdued" breakWord>
                  <TimeText at={event.happenedAt} />
                  {event.city ? ` · ${event.city}` : ""}
                  {event.message ? ` · ${event.message}` : ""} · {sourceName(event.source)}
                </Text>
              </InlineStack>
            </Box>
          </li>
        ))}
      </ol>
    </Box>
  </details>
);

const labelOf = ({ status, rawStatus }: ParcelScan): string => {
  if (status === UNKNOWN_SCAN) return rawStatus ?? status;
  return staffWords.parcel[scanState({ status })].label;
};
