import { Banner, BlockStack, Button, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import type { PolicyValue } from "../../policy-schema";
import type { Replayed } from "../../replay-lines";
import { replayWords as words } from "../../words/policy-replay";
import type { ReplayPast } from "./replay-past";
import { ReplayResult, useCount } from "./replay-result";
import { Section } from "./section";

type Stage =
  | { at: "idle" }
  | { at: "running"; done: number; of: number }
  | { at: "failed" }
  | { at: "done"; replayed: Replayed; policy: string };

type Props = { policy: PolicyValue; mayRun: boolean; replayPast: ReplayPast };

/** What the draft would have done with the past: run by hand, with its progress, and ended by whoever leaves. */
export function ReplayCard({ policy, mayRun, replayPast }: Props) {
  const [stage, setStage] = useState<Stage>({ at: "idle" });
  const left = useRef<AbortController | null>(null);
  useEffect(() => () => left.current?.abort(), []);
  const running = stage.at === "running";
  const run = async () => {
    const leaving = new AbortController();
    left.current = leaving;
    setStage({ at: "running", done: 0, of: 0 });
    const progress = (done: number, of: number) => setStage({ at: "running", done, of });
    const replayed = await replayPast(policy, progress, leaving.signal).catch(() => null);
    if (leaving.signal.aborted) return;
    setStage(replayed ? { at: "done", replayed, policy: JSON.stringify(policy) } : { at: "failed" });
  };
  return (
    <Section path="replay" title={words.title} text={words.text}>
      <InlineStack gap="300" blockAlign="center">
        <Button onClick={() => void run()} loading={running} disabled={!mayRun}>
          {stage.at === "idle" ? words.run : words.again}
        </Button>
        <Text as="span" tone="subdued">
          {words.saveFirst}
        </Text>
      </InlineStack>
      {running && <Progress done={stage.done} of={stage.of} />}
      <div aria-live="polite">
        {running && <Text as="p">{words.running}</Text>}
        {stage.at === "failed" && <Banner tone="warning">{words.failed}</Banner>}
        {stage.at === "done" && (
          <BlockStack gap="400">
            {stage.policy !== JSON.stringify(policy) && <Banner>{words.outdated}</Banner>}
            <ReplayResult {...stage.replayed} />
          </BlockStack>
        )}
      </div>
    </Section>
  );
}

function Progress({ done, of }: { done: number; of: number }) {
  const count = useCount();
  const text = of > 0 ? words.progress(count(done), count(of)) : words.starting;
  return (
    <BlockStack gap="200">
      <ProgressBar progress={of > 0 ? (100 * done) / of : 0} size="small" ariaLabelledBy="replay-progress" />
      <Text as="p" tone="subdued" id="replay-progress">
        {text}
      </Text>
    </BlockStack>
  );
}
