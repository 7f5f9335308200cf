import { BlockStack, InlineStack, Link, List, Text } from "@shopify/polaris";
import { StatusBadge } from "~/ui/admin/status-badge";
import { TimeText } from "~/ui/admin/text";
import { capital } from "../../automation/capital";
import type { Met } from "../../automation/evaluate";
import type { Done } from "../../automation/run-actions.server";
import { actionText, conditionText, type Reading, valueText } from "../../automation/sentence";
import type { RunView } from "../../automation-log-queries.server";
import { ticketName } from "../../threading";
import { automationWords } from "../../words/staff-automation";

const words = automationWords.log;

const OUTCOMES = {
  fired: { label: words.outcomes.fired, tone: "success" },
  unmet: { label: words.outcomes.unmet },
  stopped: { label: words.outcomes.stopped, tone: "attention" },
} as const;

type Props = {
  runs: readonly RunView[];
  reading: Reading;
  /** what each is called by: the conversation it was about, or the rule */
  by: "conversation" | "rule";
};

/** What rules were looked at for, what each condition met, and what was done or refused. */
export const RunList = ({ runs, reading, by }: Props) => (
  <ul className="admin-plain-list">
    {runs.map((run) => (
      <li key={run.id} className="admin-run">
        <BlockStack gap="100">
          <InlineStack gap="200" blockAlign="center">
            {by === "conversation" ? (
              <Link url={`/app/inbox/${run.conversationId}`} removeUnderline>
                <bdi>{conversationName(run)}</bdi>
              </Link>
            ) : (
              <Link url={`/app/settings/rules/${run.ruleId}`} removeUnderline>
                <bdi>{run.ruleName}</bdi>
              </Link>
            )}
            <StatusBadge state={run.outcome} map={OUTCOMES} />
            <Text as="span" tone="subdued">
              <TimeText at={run.at} /> · {words.version(run.version)}
            </Text>
          </InlineStack>
          {run.outcome === "stopped" && <Text as="p">{words.stopped}</Text>}
          {run.outcome === "fired" && <Deeds done={run.actions} reading={reading} />}
          {run.conditions.length > 0 && (
            <details>
              <summary>{words.reasons}</summary>
              <Reasons conditions={run.conditions} reading={reading} />
            </details>
          )}
        </BlockStack>
      </li>
    ))}
  </ul>
);

/** What a conversation is called in a list. */
export const conversationName = ({
  number,
  name,
  email,
}: Pick<RunView, "number" | "name" | "email">): string =>
  [number === null ? null : ticketName(number), name ?? email].filter(Boolean).join(" · ");

function Deeds({ done, reading }: { done: Done[] | null; reading: Reading }) {
  if (done === null) return <Text as="p">{words.running}</Text>;
  return (
    <List>
      {done.map(({ action, refused }) => (
        <List.Item key={JSON.stringify(action)}>
          {refused
            ? words.refused(
                actionText(action, reading),
                automationWords.refused[refused] ?? automationWords.refusedOther,
              )
            : words.done(actionText(action, reading))}
        </List.Item>
      ))}
    </List>
  );
}

/** Each condition, whether it held, and what it met. */
export const Reasons = ({ conditions, reading }: { conditions: readonly Met[]; reading: Reading }) => (
  <List>
    {conditions.map(({ condition, holds, value }) => (
      <List.Item key={JSON.stringify(condition)}>
        {capital(conditionText(condition, reading))}{" "}
        <Text as="span" tone={holds ? "success" : "subdued"}>
          ({holds ? words.met : words.unmet}) {words.value(valueText({ condition, value }, reading))}
        </Text>
      </List.Item>
    ))}
  </List>
);
