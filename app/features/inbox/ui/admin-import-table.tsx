import { BlockStack, Box, Button, Card, Text } from "@shopify/polaris";
import { Pairs } from "~/ui/admin/pairs";
import { saveBlob } from "~/ui/admin/save-file";
import type { ImportCounts } from "../import/progress";
import { sampleTable } from "../import/sample-table";
import { importWords } from "../words/import-staff";

const words = importWords.table;
const read = importWords.columnsRead;

/** What a table may hold, with one to begin from. */
export const AdminTableHelp = () => (
  <Box background="bg-surface-secondary" padding="400" borderRadius="200">
    <BlockStack gap="300" inlineAlign="start">
      <Text as="h3" variant="headingSm">
        {words.title}
      </Text>
      <Text as="p">{words.text}</Text>
      <Pairs rows={Object.entries(words.columns).map(([name, value]) => ({ name, value }))} />
      <Button onClick={() => saveBlob(new Blob([sampleTable()], { type: "text/csv" }), words.sampleName)}>
        {words.sample}
      </Button>
    </BlockStack>
  </Box>
);

/** What each column of the uploaded tables is read as, and which are not. */
export function AdminImportColumns({ columns }: Pick<ImportCounts, "columns">) {
  if (columns.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {read.title}
        </Text>
        <Pairs rows={columns.map(({ name, as }) => ({ name, value: as ? read.as[as] : read.not }))} />
        {!columns.some(({ as }) => as === "text") && <Text as="p">{importWords.bare}</Text>}
      </BlockStack>
    </Card>
  );
}
