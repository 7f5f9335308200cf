import { BlockStack, Card, Text } from "@shopify/polaris";
import { formatCount } from "~/ui/admin/format-count";
import { Pairs } from "~/ui/admin/pairs";
import { FILE_STATES } from "../import/progress";
import type { ImportView } from "../import/views";
import { importWords } from "../words/import-staff";

const words = importWords.fetch;

/** What became of the files that the export only pointed to: as many as were named. */
export function AdminImportFiles({ fetched }: Pick<ImportView, "fetched">) {
  const all = FILE_STATES.reduce((sum, state) => sum + fetched[state], 0);
  if (all === 0) return null;
  const rows = FILE_STATES.filter((state) => state === "fetched" || fetched[state] > 0).map((state) => ({
    name: words.states[state],
    value: formatCount(fetched[state]),
  }));
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Pairs rows={[{ name: words.named, value: formatCount(all) }, ...rows]} />
        <Text as="p" tone="subdued">
          {fetched.named > 0 ? words.waiting : words.over}
        </Text>
      </BlockStack>
    </Card>
  );
}
