import { BlockStack, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import { formatTime } from "~/platform/i18n/locales";
import { useReader } from "~/ui/admin/reader";
import { formatCalendarDay } from "~/values/calendar";
import { formatMoney } from "~/values/money";
import type { PolicyValue } from "../../policy-schema";
import { policyWords as words } from "../../words/policy-staff";
import { summarise } from "../../words/policy-summary";

type SummaryProps = { policy: PolicyValue; broken: boolean; currency: string };

/** The policy in plain words, as it is typed. */
export function Summary({ policy, broken, currency }: SummaryProps) {
  const { locale } = useReader();
  const writing = {
    money: (minor: number) => formatMoney({ amount: BigInt(minor), currency }, locale),
    day: (day: string) => formatCalendarDay(day, locale),
  };
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.summary.title}
          </Text>
          <Text as="p" tone={broken ? "critical" : "subdued"}>
            {broken ? words.summary.broken : words.summary.text}
          </Text>
        </BlockStack>
        <div aria-live="polite" suppressHydrationWarning>
          <BlockStack gap="300">
            {summarise(policy, writing).map((part) => (
              <BlockStack key={part.title} gap="100">
                <Text as="h3" variant="headingSm">
                  {part.title}
                </Text>
                <List>
                  {part.lines.map((line) => (
                    <List.Item key={line}>{line}</List.Item>
                  ))}
                </List>
              </BlockStack>
            ))}
          </BlockStack>
        </div>
      </BlockStack>
    </Card>
  );
}

type Version = { version: number; actorName: string | null; publishedAt: Date | null };
type VersionsProps = {
  versions: Version[];
  inForce: number | null;
  moreBefore: number | null;
  mayRevert: boolean;
  onRevert: (version: number) => void;
};

/** Who published what when, and the way back to it. */
export function Versions({ versions, inForce, moreBefore, mayRevert, onRevert }: VersionsProps) {
  const { locale, timeZone } = useReader();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.sections.history}
        </Text>
        {versions.length === 0 && (
          <Text as="p" tone="subdued">
            {words.versions.none}
          </Text>
        )}
        {versions.map(({ version, actorName, publishedAt }) => (
          <InlineStack key={version} align="space-between" blockAlign="center" gap="200">
            <BlockStack>
              <Text as="span" fontWeight="semibold">
                {words.versions.version(version)}
              </Text>
              <Text as="span" tone="subdued">
                <span suppressHydrationWarning>
                  {words.versions.by(
                    actorName ?? "",
                    publishedAt ? formatTime(publishedAt, locale, timeZone) : "",
                  )}
                </span>
              </Text>
            </BlockStack>
            {version === inForce ? (
              <Text as="span" tone="success">
                {words.versions.now}
              </Text>
            ) : (
              <Button
                size="slim"
                disabled={!mayRevert}
                accessibilityLabel={words.versions.revertNamed(version)}
                onClick={() => onRevert(version)}
              >
                {words.versions.revert}
              </Button>
            )}
          </InlineStack>
        ))}
        {moreBefore !== null && (
          <InlineStack>
            <Button variant="plain" url={`/app/settings/policy?before=${moreBefore}`}>
              {words.versions.more}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}
