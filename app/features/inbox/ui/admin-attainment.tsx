import { BlockStack, Card, Text } from "@shopify/polaris";
import { SLA_METRICS } from "~/features/settings/schema";
import { Table } from "~/ui/admin/table";
import type { Attained } from "../sla/attainment-queries.server";
import { reportWords } from "../words/report-staff";
import { slaWords } from "../words/sla-staff";

const words = slaWords.attainment;

/** How often each policy's targets were met; nothing where there were none. */
export function AdminAttainment({ targets }: { targets: Attained[] }) {
  if (targets.length === 0) return null;
  const policies = new Map(targets.map(({ policyId, name }) => [policyId, name]));
  const share = (policyId: string, metric: string) => {
    const found = targets.find((one) => one.policyId === policyId && one.metric === metric);
    return found ? reportWords.share(found.met, found.met + found.missed) : "–";
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Table
          label={words.title}
          headings={[
            { title: words.policy },
            ...SLA_METRICS.map((metric) => ({ title: slaWords.metrics[metric], end: true, named: true })),
          ]}
          rows={[...policies].map(([id, name]) => ({
            id,
            cells: [name, ...SLA_METRICS.map((metric) => share(id, metric))],
          }))}
        />
        <Text as="p" tone="subdued">
          {words.help}
        </Text>
      </BlockStack>
    </Card>
  );
}
