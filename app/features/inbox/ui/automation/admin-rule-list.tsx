import { Banner, BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { EmptyState } from "~/ui/admin/empty-state";
import { Page } from "~/ui/admin/page";
import { StatusBadge } from "~/ui/admin/status-badge";
import type { Rule } from "../../automation/rule";
import { type Reading, ruleSentence } from "../../automation/sentence";
import { automationWords } from "../../words/staff-automation";
import { startingRules } from "../../words/starting-automation";
import { backToInboxSettings } from "../admin-inbox-settings";

const words = automationWords.rules;

export type RuleListDo =
  | { intent: "move"; id: string; by: -1 | 1 }
  | { intent: "switch"; id: string; enabled: boolean };

type Props = {
  rules: (Rule & { fired: number })[];
  /** counting stopped at this number */
  countedAtMost: number;
  reading: Reading;
  mayChange: boolean;
  busy: boolean;
  onDo(asked: RuleListDo): void;
};

/** The shop's rules in their order, each said in a sentence. */
export function AdminRuleList({ rules, countedAtMost, reading, mayChange, busy, onDo }: Props) {
  return (
    <Page
      title={words.title}
      subtitle={words.lead}
      back={backToInboxSettings}
      primary={mayChange ? { label: words.add, url: "/app/settings/rules/new" } : null}
      secondary={[{ label: automationWords.macros.link, url: "/app/settings/macros" }]}
    >
      <BlockStack gap="400">
        {!mayChange && <Banner>{words.readOnly}</Banner>}
        {rules.map((rule, at) => (
          <Card key={rule.id}>
            <BlockStack gap="300">
              <InlineStack gap="200" blockAlign="center">
                <Text as="h2" variant="headingMd">
                  {words.numbered(at + 1, rule.name)}
                </Text>
                <StatusBadge state={rule.enabled ? "on" : "off"} map={STATES} />
              </InlineStack>
              <Text as="p" breakWord>
                {ruleSentence(rule, reading)}
              </Text>
              <Text as="p" tone="subdued">
                {words.fired(rule.fired, countedAtMost)}
              </Text>
              <InlineStack gap="200">
                <Button url={`/app/settings/rules/${rule.id}`}>{words.edit}</Button>
                {mayChange && (
                  <Steps
                    rule={rule}
                    isFirst={at === 0}
                    isLast={at === rules.length - 1}
                    {...{ busy, onDo }}
                  />
                )}
              </InlineStack>
            </BlockStack>
          </Card>
        ))}
        {(rules.length === 0 || mayChange) && <Starters isEmpty={rules.length === 0} mayChange={mayChange} />}
      </BlockStack>
    </Page>
  );
}

const STATES = { on: { label: words.on, tone: "success" }, off: { label: words.off } } as const;

type StepsProps = { rule: Rule; isFirst: boolean; isLast: boolean; busy: boolean; onDo: Props["onDo"] };

const Steps = ({ rule: { id, name, enabled }, isFirst, isLast, busy, onDo }: StepsProps) => (
  <>
    <Button
      disabled={busy}
      accessibilityLabel={enabled ? words.switchOff(name) : words.switchOn(name)}
      onClick={() => onDo({ intent: "switch", id, enabled: !enabled })}
    >
      {enabled ? words.turnOff : words.turnOn}
    </Button>
    <Button
      disabled={busy || isFirst}
      accessibilityLabel={words.up(name)}
      onClick={() => onDo({ intent: "move", id, by: -1 })}
    >
      ↑
    </Button>
    <Button
      disabled={busy || isLast}
      accessibilityLabel={words.down(name)}
      onClick={() => onDo({ intent: "move", id, by: 1 })}
    >
      ↓
    </Button>
  </>
);

const Starters = ({ isEmpty, mayChange }: { isEmpty: boolean; mayChange: boolean }) => (
  <Card>
    {isEmpty ? (
      <EmptyState title={words.none.title} text={words.none.text} />
    ) : (
      <Box paddingBlockEnd="300">
        <Text as="h2" variant="headingSm">
          {words.ready}
        </Text>
      </Box>
    )}
    {mayChange && (
      <InlineStack gap="300" align={isEmpty ? "center" : "start"}>
        {Object.entries(startingRules).map(([key, { name }]) => (
          <Button
            key={key}
            url={`/app/settings/rules/new?from=${key}`}
            accessibilityLabel={words.begin(name)}
          >
            {name}
          </Button>
        ))}
      </InlineStack>
    )}
  </Card>
);
