import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import type { KeptReading } from "../../automation/reading.server";
import type { RunView } from "../../automation-log-queries.server";
import { automationWords } from "../../words/staff-automation";
import { RunList } from "./run-list";
import { useReading } from "./use-reading";

const words = automationWords.log;

type Here = { runs: (Omit<RunView, "at"> & { at: string })[]; reading: KeptReading };

/** Which rules were looked at for a conversation; read when somebody asks. */
export function AdminRulesHere({ conversationId }: { conversationId: string }) {
  const [here, setHere] = useState<Here | null>(null);
  const [state, setState] = useState<"closed" | "loading" | "open" | "failed">("closed");
  const open = async () => {
    setState("loading");
    const found = await ask(`/app/inbox/${conversationId}/rules`);
    setHere(found);
    setState(found ? "open" : "failed");
  };
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {words.onConversation}
          </Text>
          <Button
            variant="plain"
            loading={state === "loading"}
            ariaExpanded={state === "open"}
            accessibilityLabel={state === "open" ? words.hideHere : words.showHere}
            onClick={() => (state === "open" ? setState("closed") : void open())}
          >
            {state === "open" ? words.hide : words.show}
          </Button>
        </InlineStack>
        <div aria-live="polite">
          {state === "failed" && <Text as="p">{words.failed}</Text>}
          {state === "open" && here && <Runs here={here} />}
        </div>
      </BlockStack>
    </Card>
  );
}

function Runs({ here }: { here: Here }) {
  const reading = useReading(here.reading);
  if (here.runs.length === 0)
    return (
      <Text as="p" tone="subdued">
        {words.noneHere}
      </Text>
    );
  const runs = here.runs.map((run) => ({ ...run, at: new Date(run.at) }));
  return <RunList runs={runs} reading={reading} by="rule" />;
}

async function ask(address: string): Promise<Here | null> {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? ((await answer.json().catch(() => null)) as Here | null) : null;
}
