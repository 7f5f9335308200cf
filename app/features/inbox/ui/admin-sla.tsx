import { Banner, BlockStack, Box, Button, ButtonGroup, Card, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { EmptyState } from "~/ui/admin/empty-state";
import { Page } from "~/ui/admin/page";
import { SaveBar } from "~/ui/admin/save-bar";
import { emptyPolicy, type PolicyDraft, type TargetProblems } from "../sla/targets-form";
import type { TargetsView } from "../sla/targets-queries.server";
import { answeringWords } from "../words/answering-staff";
import { slaWords } from "../words/sla-staff";
import { backToInboxSettings } from "./admin-inbox-settings";
import { AdminSlaPolicy } from "./admin-sla-policy";

const words = slaWords.screen;

type Props = Omit<TargetsView, "seen"> & {
  mayChange: boolean;
  saving: boolean;
  problems: TargetProblems;
  /** somebody else saved while this was open */
  changedMeanwhile: boolean;
  onSave(drafts: PolicyDraft[]): void;
};

/** How soon which conversations are to be answered and solved: policies in order, each said in a sentence. */
export function AdminSla(props: Props) {
  const { policies, mayChange, saving, problems, changedMeanwhile, onSave } = props;
  const saved = JSON.stringify(policies);
  const [drafts, setDrafts] = useState(policies);
  const [open, setOpen] = useState<string | null>(null);
  useEffect(() => {
    if (!changedMeanwhile) setDrafts(JSON.parse(saved));
  }, [saved, changedMeanwhile]);
  const disabled = !mayChange || saving;
  const add = () => {
    const id = `new-${Date.now()}`;
    setDrafts([...drafts, emptyPolicy(id, drafts.length === 0 ? words.everybody : "")]);
    setOpen(id);
  };
  return (
    <Page
      title={words.title}
      subtitle={words.lead}
      back={backToInboxSettings}
      primary={mayChange ? { label: words.add, onAction: add, disabled: saving } : null}
    >
      <SaveBar
        open={mayChange && JSON.stringify(drafts) !== saved}
        saving={saving}
        labels={answeringWords}
        onSave={() => onSave(drafts)}
        onDiscard={() => setDrafts(JSON.parse(saved))}
      />
      <BlockStack gap="400">
        {!mayChange && <Banner>{answeringWords.readOnly}</Banner>}
        {changedMeanwhile && (
          <Banner tone="warning" title={answeringWords.meanwhile.title}>
            <p role="alert">{answeringWords.meanwhile.text}</p>
          </Banner>
        )}
        {problems.length > 0 && (
          <Banner tone="critical">
            <p role="alert">{answeringWords.notSaved}</p>
          </Banner>
        )}
        {drafts.length === 0 && (
          <Card>
            <EmptyState {...words.none} />
          </Card>
        )}
        {drafts.map((draft, at) => (
          <Card key={draft.id}>
            <BlockStack gap="300">
              <Heading draft={draft} at={at} teams={props.teams} staff={props.staff} />
              {mayChange && (
                <Steps
                  {...{ draft, at, count: drafts.length, disabled, isOpen: open === draft.id }}
                  onOpen={() => setOpen(open === draft.id ? null : draft.id)}
                  onMove={(by) => setDrafts(moved(drafts, at, by))}
                  onRemove={() => setDrafts(drafts.filter((one) => one !== draft))}
                />
              )}
              {(open === draft.id || problems.some((one) => one.startsWith(`${at}.`))) && (
                <AdminSlaPolicy
                  {...{ draft, staff: props.staff, teams: props.teams, disabled }}
                  isNew={!policies.some(({ id }) => id === draft.id)}
                  wrong={problems.flatMap((one) =>
                    one.startsWith(`${at}.`) ? [one.slice(`${at}.`.length)] : [],
                  )}
                  onChange={(part) =>
                    setDrafts(drafts.map((one) => (one === draft ? { ...one, ...part } : one)))
                  }
                />
              )}
            </BlockStack>
          </Card>
        ))}
        {drafts.length > 0 && (
          <Box paddingInline={{ xs: "400", sm: "0" }}>
            <Text as="p" tone="subdued">
              {words.promiseStays}
            </Text>
          </Box>
        )}
      </BlockStack>
    </Page>
  );
}

type Named = Pick<TargetsView, "teams" | "staff">;

const Heading = ({ draft, at, teams, staff }: { draft: PolicyDraft; at: number } & Named) => (
  <BlockStack gap="100">
    <Text as="h2" variant="headingMd">
      {words.numbered(at + 1, draft.name || words.unnamed)}
    </Text>
    {words.summary(draft, nameOf(draft.assign, teams, staff)).map((sentence) => (
      <Text as="p" key={sentence} breakWord>
        {sentence}
      </Text>
    ))}
  </BlockStack>
);

function nameOf(choice: string, teams: Named["teams"], staff: Named["staff"]): string {
  const [to, id] = choice.split(":");
  return (to === "team" ? teams : staff).find((one) => one.id === id)?.name ?? "";
}

type StepsProps = {
  draft: PolicyDraft;
  at: number;
  count: number;
  disabled: boolean;
  isOpen: boolean;
  onOpen(): void;
  onMove(by: 1 | -1): void;
  onRemove(): void;
};

const Steps = ({ draft, at, count, disabled, isOpen, onOpen, onMove, onRemove }: StepsProps) => (
  <InlineStack>
    <ButtonGroup>
      <Button disabled={disabled} onClick={onOpen} ariaExpanded={isOpen}>
        {isOpen ? words.fold : words.edit}
      </Button>
      <Button
        disabled={disabled || at === 0}
        onClick={() => onMove(-1)}
        accessibilityLabel={words.upNamed(draft.name)}
      >
        {words.up}
      </Button>
      <Button
        disabled={disabled || at === count - 1}
        onClick={() => onMove(1)}
        accessibilityLabel={words.downNamed(draft.name)}
      >
        {words.down}
      </Button>
      <Button
        variant="plain"
        tone="critical"
        disabled={disabled}
        onClick={onRemove}
        accessibilityLabel={words.removeNamed(draft.name)}
      >
        {words.remove}
      </Button>
    </ButtonGroup>
  </InlineStack>
);

function moved(drafts: PolicyDraft[], at: number, by: 1 | -1): PolicyDraft[] {
  const next = [...drafts];
  const [one] = next.splice(at, 1);
  if (one) next.splice(at + by, 0, one);
  return next;
}
