import { BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { Page } from "~/ui/admin/page";
import { Pager } from "~/ui/admin/pager";
import { Pairs } from "~/ui/admin/pairs";
import type { FormComponent } from "~/ui/admin/search-form";
import { StatusBadge } from "~/ui/admin/status-badge";
import { Table } from "~/ui/admin/table";
import { TimeText } from "~/ui/admin/text";
import type { ParkedRow, SweepRow, WebhookCounts } from "../queries.server";
import { staffWords as words } from "../words/staff";

type Props = {
  connected: boolean;
  counts: WebhookCounts;
  /** counting stopped at this number */
  mostCounted: number;
  parked: ParkedRow[];
  previous: string | null;
  next: string | null;
  sweeps: SweepRow[];
  /** mails that were given up, as the notifications feature shows them; null when there are none */
  failedMails: ReactNode;
  /** may this member of staff retry and compare? */
  mayAct: boolean;
  /** the orders from before the installation, as the orders feature shows them */
  history: ReactNode;
  busy: boolean;
  Form: FormComponent;
};

/** Whether Shopify and we understand each other, and what to do where we do not. */
export function ConnectionPage(props: Props) {
  const { connected, counts, parked, sweeps } = props;
  return (
    <Page title={words.title} subtitle={words.subtitle}>
      <BlockStack gap="400">
        <Access connected={connected} />
        <Section title={words.messages.title}>
          <Pairs rows={countRows(counts, props.mostCounted)} />
        </Section>
        <Parked {...props} parked={parked} />
        <Sweeps {...props} sweeps={sweeps} />
        {props.history}
        {props.failedMails}
        {counts.unknown.length > 0 && (
          <Section title={words.unknown.title}>
            <Pairs
              rows={counts.unknown.map(({ topic, count }) => ({
                name: topic,
                value: count.toLocaleString("en"),
              }))}
            />
          </Section>
        )}
      </BlockStack>
    </Page>
  );
}

function countRows(counts: WebhookCounts, most: number) {
  const unknown = counts.unknown.reduce((sum, { count }) => sum + count, 0);
  const shown = (count: number) =>
    count >= most ? words.messages.most(most.toLocaleString("en")) : count.toLocaleString("en");
  return [
    { name: words.messages.done, value: shown(counts.done) },
    { name: words.messages.received, value: shown(counts.received) },
    { name: words.messages.parked, value: shown(counts.parked), strong: counts.parked > 0 },
    { name: words.messages.unknown, value: shown(unknown) },
  ];
}

const Section = ({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) => (
  <Card>
    <BlockStack gap="300">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {action}
      </InlineStack>
      {children}
    </BlockStack>
  </Card>
);

const Access = ({ connected }: { connected: boolean }) => (
  <Section
    title={words.access.title}
    action={
      <StatusBadge
        state={connected ? "fine" : "broken"}
        map={{ fine: words.access.fine, broken: words.access.broken }}
      />
    }
  >
    <Text as="p" tone="subdued">
      {connected ? words.access.fineText : words.access.brokenText}
    </Text>
  </Section>
);

type StepProps = Pick<Props, "Form" | "busy"> & {
  step: "retry" | "retryAll" | "sweep";
  id?: string;
  label: string;
  /** the button's name for screen readers, where its label alone is not enough */
  longLabel?: string;
};

/** A button that is a form, so that it works before scripts have loaded, too. */
const Step = ({ Form, busy, step, id, label, longLabel }: StepProps) => (
  <Form method="post">
    <input type="hidden" name="do" value={step} />
    {id && <input type="hidden" name="id" value={id} />}
    <Button submit disabled={busy} accessibilityLabel={longLabel ?? label}>
      {label}
    </Button>
  </Form>
);

function Parked({ parked, previous, next, mayAct, busy, Form }: Props) {
  const { columns } = words.parked;
  const retryAll = mayAct && parked.length > 1;
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="200">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">
              {words.parked.title}
            </Text>
            {retryAll && <Step Form={Form} busy={busy} step="retryAll" label={words.parked.retryAll} />}
          </InlineStack>
          <Text as="p" tone="subdued">
            {parked.length > 0 ? words.parked.text : words.parked.none}
          </Text>
        </BlockStack>
      </Box>
      {parked.length > 0 && (
        <Table
          label={words.parked.title}
          headings={[
            { title: columns.topic },
            { title: columns.reason },
            { title: columns.received },
            { title: columns.attempts, named: true },
            ...(mayAct ? [{ title: columns.action, end: true }] : []),
          ]}
          rows={parked.map((row) => ({
            id: row.id,
            cells: [
              row.topic,
              row.reason ?? words.parked.noReason,
              <TimeText key="received" at={row.receivedAt} />,
              row.attempts,
              ...(mayAct
                ? [
                    <Step
                      key="retry"
                      Form={Form}
                      busy={busy}
                      step="retry"
                      id={row.id}
                      label={words.parked.retry}
                      longLabel={words.parked.retryOne(row.topic)}
                    />,
                  ]
                : []),
            ],
          }))}
        />
      )}
      <Pager previous={previous} next={next} />
    </Card>
  );
}

function Sweeps({ sweeps, mayAct, busy, Form }: Props) {
  const { columns, done, running } = words.sweeps;
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="200">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">
              {words.sweeps.title}
            </Text>
            {mayAct && <Step Form={Form} busy={busy} step="sweep" label={words.sweeps.now} />}
          </InlineStack>
          <Text as="p" tone="subdued">
            {sweeps.length > 0 ? words.sweeps.text : words.sweeps.none}
          </Text>
        </BlockStack>
      </Box>
      {sweeps.length > 0 && (
        <Table
          label={words.sweeps.title}
          headings={[
            { title: columns.when },
            { title: columns.state },
            { title: columns.seen, end: true, named: true },
            { title: columns.recovered, end: true, named: true },
          ]}
          rows={sweeps.map((sweep) => ({
            id: sweep.id,
            cells: [
              <TimeText key="when" at={sweep.startedAt} />,
              <StatusBadge
                key="state"
                state={sweep.finishedAt ? "done" : "running"}
                map={{ done, running }}
              />,
              sweep.seen.toLocaleString("en"),
              sweep.recovered.toLocaleString("en"),
            ],
          }))}
        />
      )}
    </Card>
  );
}
