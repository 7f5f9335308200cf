import { Banner, BlockStack, Button, ButtonGroup, Card, Checkbox, ProgressBar, Text } from "@shopify/polaris";
import { useState } from "react";
import { ConfirmModal } from "~/ui/admin/confirm-modal";
import { formatCount } from "~/ui/admin/format-count";
import { Page } from "~/ui/admin/page";
import { Pairs } from "~/ui/admin/pairs";
import { StatusBadge } from "~/ui/admin/status-badge";
import { isReconciled } from "../import/progress";
import type { ImportStep } from "../import/schema";
import type { ImportView } from "../import/views";
import { importWords as words } from "../words/import-staff";
import { AdminImportFiles } from "./admin-import-files";
import { AdminImportColumns } from "./admin-import-table";

type Props = {
  one: ImportView;
  mayAct: boolean;
  busy: boolean;
  onStep(step: ImportStep, fetchFiles: boolean): void;
};

/** One import: what is in its files, what was taken in, and what can be done next. */
export function AdminImport({ one, mayAct, busy, onStep }: Props) {
  const { state, counted, done, problem } = one;
  const title = one.files.map(({ name }) => name).join(", ");
  return (
    <Page
      title={title}
      subtitle={words.sources[one.source].label}
      badge={<StatusBadge state={state} map={words.states} />}
      back={{ label: words.backToAll, url: "/app/inbox/imports" }}
      width="narrow"
    >
      <BlockStack gap="400">
        {state === "failed" && (
          <Banner tone="critical" title={words.problems[problem ?? ""] ?? problem ?? ""}>
            <p>{words.noMore}</p>
          </Banner>
        )}
        {words.progress[state] && <Progress one={one} />}
        {done && state !== "running" && <Done one={one} />}
        {one.fetchFiles && state === "done" && <AdminImportFiles fetched={one.fetched} />}
        {counted && state !== "counting" && <Counted counted={counted} />}
        {counted && state === "counted" && <AdminImportColumns columns={counted.columns} />}
        {mayAct && <Steps {...{ one, busy, onStep }} />}
      </BlockStack>
    </Page>
  );
}

const Progress = ({ one }: Pick<Props, "one">) => {
  const percent = Math.floor(one.share * 100);
  const isMeasured = one.state === "counting" || one.state === "running";
  return (
    <Card>
      <BlockStack gap="200">
        <p role="status" id="progress">
          {words.progress[one.state]}
          {isMeasured && ` · ${words.share(percent)}`}
        </p>
        {isMeasured && <ProgressBar progress={percent} size="small" ariaLabelledBy="progress" />}
        {one.state !== "uploading" && (
          <Text as="p" tone="subdued">
            {words.mayLeave}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
};

/** What is always said, and what only where there is any. */
const ALWAYS = ["conversations", "messages", "people", "matched", "attachments"] as const;
const WHERE_ANY = ["already", "filesElsewhere", "filesWithAddress", "undated", "strangeFiles"] as const;

function Counted({ counted }: { counted: NonNullable<ImportView["counted"]> }) {
  const rows = [
    ...ALWAYS.map((name) => ({ name: words.counted[name], value: formatCount(counted[name]) })),
    ...WHERE_ANY.flatMap((name) =>
      counted[name] > 0 ? [{ name: words.counted[name], value: formatCount(counted[name]) }] : [],
    ),
    ...Object.entries(counted.skipped).map(([reason, n]) => ({
      name: words.counted.skipped[reason] ?? reason,
      value: formatCount(n ?? 0),
    })),
  ];
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {words.counted.title}
        </Text>
        <Pairs rows={rows} />
      </BlockStack>
    </Card>
  );
}

function Done({ one: { state, counted, done } }: Pick<Props, "one">) {
  if (!done) return null;
  const said =
    state === "removed" || state === "removing"
      ? words.done.removed
      : counted && isReconciled(counted, done)
        ? words.done.reconciled
        : words.done.differs;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {words.done.title}
        </Text>
        {state === "done" && (
          <Pairs
            rows={(["conversations", "messages", "matched", "attachments"] as const).map((name) => ({
              name: words.counted[name],
              value: formatCount(done[name]),
            }))}
          />
        )}
        {state !== "removing" && <Text as="p">{said}</Text>}
        {done.stayed > 0 && <Text as="p">{words.done.stayed(done.stayed)}</Text>}
        {state === "done" && (
          <ButtonGroup>
            <Button url="/app/inbox?view=closed">{words.done.search}</Button>
          </ButtonGroup>
        )}
      </BlockStack>
    </Card>
  );
}

function Steps({ one, busy, onStep }: Omit<Props, "mayAct">) {
  const [asked, setAsked] = useState<"giveUp" | "remove" | null>(null);
  const [fetchFiles, setFetchFiles] = useState(false);
  const { state, counted } = one;
  const mayGiveUp = ["uploading", "counting", "counted", "running"].includes(state);
  const mayRemove = state === "failed" || (state === "done" && (one.done?.conversations ?? 0) > 0);
  if (!mayGiveUp && !mayRemove) return null;
  return (
    <Card>
      <BlockStack gap="200">
        {state === "counted" && (
          <Text as="p">{counted?.conversations === 0 ? words.nothing : words.counted.text}</Text>
        )}
        {state === "counted" && counted && counted.filesWithAddress > 0 && (
          <Checkbox
            label={words.fetch.choice}
            helpText={words.fetch.help}
            checked={fetchFiles}
            disabled={busy}
            onChange={setFetchFiles}
          />
        )}
        <ButtonGroup>
          {state === "counted" && counted && counted.conversations > 0 && (
            <Button variant="primary" loading={busy} onClick={() => onStep("run", fetchFiles)}>
              {words.run(counted.conversations)}
            </Button>
          )}
          {mayGiveUp && (
            <Button disabled={busy} onClick={() => setAsked("giveUp")}>
              {words.giveUp}
            </Button>
          )}
          {mayRemove && (
            <Button tone="critical" disabled={busy} onClick={() => setAsked("remove")}>
              {words.remove}
            </Button>
          )}
        </ButtonGroup>
      </BlockStack>
      <ConfirmModal
        open={asked !== null}
        title={asked === "remove" ? words.removeTitle : words.giveUpTitle}
        confirm={asked === "remove" ? words.remove : words.giveUp}
        destructive
        onClose={() => setAsked(null)}
        onConfirm={() => {
          if (asked) onStep(asked, false);
          setAsked(null);
        }}
      >
        <Text as="p">{asked === "remove" ? words.removeText : words.giveUpText}</Text>
      </ConfirmModal>
    </Card>
  );
}
