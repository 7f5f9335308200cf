import {
  Banner,
  BlockStack,
  Box,
  Button,
  Card,
  ChoiceList,
  DropZone,
  InlineStack,
  ProgressBar,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import { EmptyState } from "~/ui/admin/empty-state";
import { Page } from "~/ui/admin/page";
import { readableSize } from "~/ui/admin/readable-size";
import { StatusBadge } from "~/ui/admin/status-badge";
import { Table } from "~/ui/admin/table";
import { TimeText } from "~/ui/admin/text";
import { EXPORT_SOURCES, type ExportSource, MOST_IMPORT_BYTES } from "../import/progress";
import type { ImportRow } from "../import/views";
import { importWords as words } from "../words/import-staff";
import { AdminTableHelp } from "./admin-import-table";

/** What staff chose to bring along. */
export type Chosen = { source: ExportSource; ownAddresses: string; files: File[] };

type Props = {
  imports: ImportRow[];
  /** the addresses that we know to be the shop's */
  ownAddresses: string;
  mayAct: boolean;
  /** how much is uploaded, 0 to 1; null: nothing is being uploaded */
  uploaded: number | null;
  refused: string | null;
  onBegin(chosen: Chosen): void;
};

/** Where past conversations are brought along, and what was brought before. */
export function AdminImports({ imports, mayAct, ...form }: Props) {
  return (
    <Page title={words.title} subtitle={words.lead} back={{ label: words.back, url: "/app/inbox" }}>
      <BlockStack gap="400">
        {mayAct && <NewImport {...form} />}
        <Card padding="0">
          {imports.length === 0 ? <EmptyState {...words.none} /> : <PastImports imports={imports} />}
        </Card>
      </BlockStack>
    </Page>
  );
}

function NewImport({ ownAddresses, uploaded, refused, onBegin }: Omit<Props, "imports" | "mayAct">) {
  const [chosen, setChosen] = useState<Chosen>({ source: "mbox", ownAddresses, files: [] });
  const { source, files } = chosen;
  const tooLarge = files.reduce((sum, { size }) => sum + size, 0) > MOST_IMPORT_BYTES;
  const busy = uploaded !== null;
  const change = (part: Partial<Chosen>) => setChosen({ ...chosen, ...part });
  return (
    <Card>
      <BlockStack gap="400">
        {refused && (
          <Banner tone="warning">
            <p role="alert">{refused}</p>
          </Banner>
        )}
        <ChoiceList
          title={words.source}
          choices={EXPORT_SOURCES.map((value) => ({
            value,
            label: words.sources[value].label,
            helpText: words.sources[value].help,
          }))}
          selected={[source]}
          disabled={busy}
          onChange={([picked]) => change({ source: picked as ExportSource })}
        />
        {source === "csv" && <AdminTableHelp />}
        <TextField
          label={words.own}
          helpText={words.ownHelp}
          value={chosen.ownAddresses}
          autoComplete="off"
          multiline
          disabled={busy}
          onChange={(typed) => change({ ownAddresses: typed })}
        />
        <DropZone
          label={words.files}
          variableHeight
          disabled={busy}
          onDropAccepted={(added) => change({ files: [...files, ...added].slice(0, 20) })}
        >
          <Box padding="400">
            <BlockStack gap="200" inlineAlign="center">
              {/* the zone itself opens the choice: a button inside it would be a button in a button */}
              <Text as="span" fontWeight="semibold">
                {words.drop}
              </Text>
              <Text as="span" tone="subdued" alignment="center">
                {words.dropHint}
              </Text>
            </BlockStack>
          </Box>
        </DropZone>
        {files.map((file, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be chosen twice
          <InlineStack key={`${file.name} ${at}`} gap="200" blockAlign="center">
            <Text as="span" breakWord>
              {words.chosen(file.name, readableSize(file.size))}
            </Text>
            {!busy && (
              <Button
                variant="plain"
                accessibilityLabel={words.leaveOut(file.name)}
                onClick={() => change({ files: files.filter((_, other) => other !== at) })}
              >
                ×
              </Button>
            )}
          </InlineStack>
        ))}
        {busy && (
          <BlockStack gap="100">
            <p role="status" id="uploading">
              {words.uploading(percent(uploaded))}
            </p>
            <ProgressBar progress={percent(uploaded)} size="small" ariaLabelledBy="uploading" />
          </BlockStack>
        )}
        <InlineStack gap="300" blockAlign="center">
          <Button
            variant="primary"
            loading={busy}
            disabled={files.length === 0 || tooLarge}
            onClick={() => onBegin(chosen)}
          >
            {words.begin}
          </Button>
          <Text as="span" tone={tooLarge ? "critical" : "subdued"}>
            {tooLarge ? words.tooLarge : words.beginHelp}
          </Text>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

const percent = (share: number) => Math.floor(share * 100);

function PastImports({ imports }: Pick<Props, "imports">) {
  const { columns } = words;
  return (
    <Table
      label={words.past}
      headings={[
        { title: columns.file },
        { title: columns.state },
        { title: columns.found, end: true, named: true },
        { title: columns.by, named: true },
        { title: columns.at, named: true },
      ]}
      rows={imports.map((one) => ({
        id: one.id,
        url: `/app/inbox/imports/${one.id}`,
        cells: [
          one.files.map(({ name }) => name).join(", "),
          <StatusBadge key="state" state={one.state} map={words.states} />,
          one.done?.conversations.toLocaleString("en") ?? "",
          one.staffName,
          <TimeText key="at" at={one.createdAt} />,
        ],
      }))}
    />
  );
}
