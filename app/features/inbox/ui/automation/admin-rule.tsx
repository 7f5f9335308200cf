import { Banner, BlockStack, Layout, List, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { ConfirmModal } from "~/ui/admin/confirm-modal";
import { Page } from "~/ui/admin/page";
import { Pager } from "~/ui/admin/pager";
import { SaveBar } from "~/ui/admin/save-bar";
import { StatusBadge } from "~/ui/admin/status-badge";
import { TimeText } from "~/ui/admin/text";
import { type RuleSays, ruleSchema } from "../../automation/rule";
import { type Reading, ruleSentence } from "../../automation/sentence";
import type { RunView } from "../../automation-log-queries.server";
import type { RuleVersion } from "../../automation-store.server";
import { automationWords } from "../../words/staff-automation";
import type { ActionChoices } from "./action-fields";
import { Part, RuleFields } from "./rule-fields";
import { RuleTrial } from "./rule-trial";
import { RunList } from "./run-list";

const words = automationWords.rule;

type Props = {
  says: RuleSays;
  /** which version that is; null: it is new */
  version: number | null;
  /** null: it is new */
  enabled: boolean | null;
  choices: ActionChoices;
  reading: Reading;
  runs: readonly RunView[];
  previous: string | null;
  next: string | null;
  versions: readonly RuleVersion[];
  problem: string | null;
  mayChange: boolean;
  busy: boolean;
  onSave(says: RuleSays): void;
  onSwitch(enabled: boolean): void;
  onDelete(): void;
};

/** A rule: when, if, then; what it would have done, and what it did. */
export function AdminRule(props: Props) {
  const { enabled, reading, problem, mayChange, busy } = props;
  const [draft, setDraft] = useState(props.says);
  const [isDeleting, setDeleting] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was saved takes the place of what was typed, once
  useEffect(() => setDraft(props.says), [props.version]);
  const change = (part: Partial<RuleSays>) => setDraft({ ...draft, ...part });
  const isFilledIn = ruleSchema.safeParse(draft).success;
  const disabled = !mayChange || busy;
  return (
    <Page
      title={enabled === null ? words.new : props.says.name}
      back={{ label: words.back, url: "/app/settings/rules" }}
      {...(enabled === null ? {} : { badge: <StatusBadge state={enabled ? "on" : "off"} map={STATES} /> })}
      primary={
        mayChange
          ? {
              label: words.save,
              onAction: () => props.onSave(draft),
              loading: busy,
              disabled: disabled || !isFilledIn,
            }
          : null
      }
      secondary={mayChange && enabled !== null ? steps(props, enabled, () => setDeleting(true)) : []}
    >
      <SaveBar
        open={mayChange && JSON.stringify(draft) !== JSON.stringify(props.says)}
        saving={busy}
        labels={words}
        onSave={() => props.onSave(draft)}
        onDiscard={() => setDraft(props.says)}
      />
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {!mayChange && <Banner>{automationWords.rules.readOnly}</Banner>}
            {problem && (
              <Banner tone="critical">
                <p role="alert">{problem}</p>
              </Banner>
            )}
            <RuleFields
              {...{ draft, disabled, change }}
              choices={props.choices}
              currency={reading.currency}
            />
            <RuleTrial says={draft} isFilledIn={isFilledIn} reading={reading} />
            {enabled !== null && <Log {...props} />}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <Part title={words.sentence}>
              <div aria-live="polite">
                <Text as="p" breakWord>
                  {isFilledIn ? ruleSentence(draft, reading) : words.unfinished}
                </Text>
              </div>
            </Part>
            {props.versions.length > 0 && <Versions versions={props.versions} />}
          </BlockStack>
        </Layout.Section>
      </Layout>
      <ConfirmModal
        open={isDeleting}
        title={words.deleteTitle(props.says.name)}
        confirm={words.delete}
        destructive
        loading={busy}
        onConfirm={props.onDelete}
        onClose={() => setDeleting(false)}
      >
        <Text as="p">{words.deleteText}</Text>
      </ConfirmModal>
    </Page>
  );
}

const STATES = {
  on: { label: automationWords.rules.on, tone: "success" },
  off: { label: automationWords.rules.off },
} as const;

const steps = ({ busy, onSwitch }: Props, enabled: boolean, onDelete: () => void) => [
  {
    label: enabled ? automationWords.rules.turnOff : automationWords.rules.turnOn,
    disabled: busy,
    onAction: () => onSwitch(!enabled),
  },
  { label: words.delete, destructive: true, disabled: busy, onAction: onDelete },
];

const Log = ({ runs, reading, previous, next }: Props) => (
  <Part title={automationWords.log.title}>
    {runs.length === 0 ? (
      <Text as="p" tone="subdued">
        {automationWords.log.none}
      </Text>
    ) : (
      <RunList runs={runs} reading={reading} by="conversation" />
    )}
    <Pager previous={previous} next={next} />
  </Part>
);

const Versions = ({ versions }: { versions: readonly RuleVersion[] }) => (
  <Part title={words.versions}>
    <List>
      {versions.map(({ version, savedBy, savedAt }) => (
        <List.Item key={version}>
          {words.version(version, savedBy)}, <TimeText at={savedAt} />
        </List.Item>
      ))}
    </List>
  </Part>
);
