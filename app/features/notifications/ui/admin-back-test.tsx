import { BlockStack, Card, ProgressBar, Text } from "@shopify/polaris";
import { StackedBars } from "~/ui/admin/chart";
import { EmptyState } from "~/ui/admin/empty-state";
import { Page } from "~/ui/admin/page";
import { TimeText } from "~/ui/admin/text";
import type { BackTest } from "../delay/back-test";
import { screenWords } from "../delay/words/screens";
import type { KeptBackTest } from "../delay-back-test-store.server";
import { ReliabilityChart } from "./reliability-chart";

const words = screenWords.backTest;

type Props = { test: KeptBackTest | null; busy: boolean; mayRun: boolean; onRun: () => void };

/** What the delay model would have told in the past: how often right, how early, how often wrong. */
export function AdminBackTest({ test, busy, mayRun, onRun }: Props) {
  const running = test?.state === "running";
  return (
    <Page
      title={words.title}
      back={{ label: words.back, url: "/app/deliveries" }}
      primary={{
        label: test ? words.again : words.run,
        onAction: onRun,
        disabled: running || !mayRun,
        loading: busy,
      }}
    >
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="300">
            <Text as="p">{words.text}</Text>
            {running && <Progress done={test.progress} />}
            {test?.state === "failed" && (
              <Text as="p" tone="critical">
                {words.failed}
              </Text>
            )}
            {test?.state === "done" && test.finishedAt && (
              <Text as="p" tone="subdued">
                {words.from} <TimeText at={test.finishedAt} />
              </Text>
            )}
          </BlockStack>
        </Card>
        {test?.result && !running && <Result result={test.result} />}
      </BlockStack>
    </Page>
  );
}

const Progress = ({ done }: { done: number }) => (
  <div aria-live="polite">
    <BlockStack gap="200">
      <Text as="p" tone="subdued">
        <span id="back-test-says">
          {words.running}: {words.percent(done)}
        </span>
      </Text>
      <ProgressBar size="small" progress={Math.round(done * 100)} ariaLabelledBy="back-test-says" />
    </BlockStack>
  </div>
);

function Result({ result }: { result: BackTest }) {
  if (result.parcels === 0)
    return (
      <Card>
        <EmptyState {...words.none} />
      </Card>
    );
  const { tiles } = words;
  const shown: [string, string][] = [
    [tiles.right, words.count(result.toldRightly)],
    [tiles.wrong, words.count(result.toldWrongly)],
    [tiles.missed, words.count(result.missed)],
    [tiles.ahead, result.hoursAhead === null ? words.unknown : words.early(result.hoursAhead)],
    [tiles.messages, (result.messages / result.parcels).toFixed(2)],
    [tiles.range, result.withinRange === null ? words.unknown : words.percent(result.withinRange)],
  ];
  return (
    <>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {words.summary(result.late, result.parcels)}
          </Text>
          <dl className="admin-tiles">
            {shown.map(([name, value]) => (
              <div key={name}>
                <dt>
                  <Text as="span" tone="subdued">
                    {name}
                  </Text>
                </dt>
                <dd style={{ margin: 0 }}>
                  <Text as="span" variant="headingLg">
                    {value}
                  </Text>
                </dd>
              </div>
            ))}
          </dl>
          <StackedBars
            label={words.outcomes}
            buckets={[tiles.right, tiles.wrong, tiles.missed]}
            series={[
              { name: tiles.right, values: [result.toldRightly, 0, 0] },
              { name: tiles.wrong, values: [0, result.toldWrongly, 0] },
              { name: tiles.missed, values: [0, 0, result.missed] },
            ]}
          />
        </BlockStack>
      </Card>
      {result.reliability.length > 0 && <ReliabilityChart points={result.reliability} />}
    </>
  );
}
