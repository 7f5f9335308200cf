import { Banner, BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useState } from "react";
import { TimeText } from "~/ui/admin/text";
import type { RuleSays } from "../../automation/rule";
import type { Reading } from "../../automation/sentence";
import type { Trial, Tried } from "../../automation/try-rule.server";
import { automationWords } from "../../words/staff-automation";
import { conversationName, Reasons } from "./run-list";

const words = automationWords.trial;

type Props = { says: RuleSays; isFilledIn: boolean; reading: Reading };
type Result = { trial: Trial; ms: number; of: string };

/** What the rule, as it is being written, would have done with past conversations; nothing is changed. */
export function RuleTrial({ says, isFilledIn, reading }: Props) {
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const [result, setResult] = useState<Result | null>(null);
  const of = JSON.stringify(says);
  const run = async () => {
    setBusy(true);
    const began = performance.now();
    const trial = await ask(of);
    setBusy(false);
    setFailed(trial === null);
    if (trial) setResult({ trial, ms: performance.now() - began, of });
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p" tone="subdued">
          {words.text}
        </Text>
        <InlineStack>
          <Button onClick={() => void run()} loading={isBusy} disabled={!isFilledIn}>
            {words.button}
          </Button>
        </InlineStack>
        <div aria-live="polite">
          {hasFailed && <Banner tone="critical">{words.failed}</Banner>}
          {/* what another wording would have done says nothing of this one */}
          {result?.of === of && <Found {...result} reading={reading} />}
        </div>
      </BlockStack>
    </Card>
  );
}

async function ask(body: string): Promise<Trial | null> {
  const answer = await fetch("/app/settings/rules/try", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  }).catch(() => null);
  return answer?.ok ? ((await answer.json().catch(() => null)) as Trial | null) : null;
}

const Found = ({ trial, ms, reading }: Result & { reading: Reading }) => (
  <BlockStack gap="300">
    <Text as="p" fontWeight="semibold">
      {words.result(trial.fired, trial.looked)}
    </Text>
    {trial.unproven > 0 && <Text as="p">{words.unproven(trial.unproven)}</Text>}
    <Text as="p" tone="subdued">
      {words.today} {words.took((ms / 1_000).toFixed(1))}
    </Text>
    <Conversations title={words.would} tried={trial.would} of={trial.fired} reading={reading} isOpen />
    <Conversations
      title={words.wouldNot}
      tried={trial.wouldNot}
      of={trial.looked - trial.fired}
      reading={reading}
    />
  </BlockStack>
);

type ListProps = { title: string; tried: readonly Tried[]; of: number; reading: Reading; isOpen?: boolean };

const Conversations = ({ title, tried, of, reading, isOpen = false }: ListProps) =>
  tried.length === 0 ? null : (
    <details open={isOpen}>
      <summary>
        {title} ({of})
      </summary>
      {tried.length < of && <Text as="p">{words.shown(tried.length, of)}</Text>}
      <ul className="admin-plain-list admin-preview">
        {tried.map((one) => (
          <li key={one.conversationId} className="admin-run">
            <Link url={`/app/inbox/${one.conversationId}`} removeUnderline target="_blank">
              <bdi>{conversationName(one)}</bdi>
            </Link>{" "}
            <Text as="span" tone="subdued">
              <bdi>{one.subject}</bdi> · <TimeText at={new Date(one.at)} />
            </Text>
            <Reasons conditions={one.conditions} reading={reading} />
          </li>
        ))}
      </ul>
    </details>
  );
