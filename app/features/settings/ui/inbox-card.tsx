import { BlockStack, Card, Checkbox, FormLayout, Select, Text } from "@shopify/polaris";
import type { Settings } from "../schema";
import { inboxWords as words } from "../words/inbox-staff";
import type { CardProps } from "./settings-page";

const HOURS = [1, 4, 24, 48, 72];

/** Whether, and when, shoppers are asked how well staff solved something. */
export function InboxCard({ draft, change, disabled }: CardProps) {
  const { inbox } = draft;
  const set = (part: Partial<Settings["inbox"]>) => change({ inbox: { ...inbox, ...part } });
  const hours = [...new Set([...HOURS, inbox.ratingAfterHours])].sort((one, other) => one - other);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <FormLayout>
          <Checkbox
            label={words.askRating}
            helpText={words.askRatingHelp}
            checked={inbox.askRating}
            onChange={(askRating) => set({ askRating })}
            disabled={disabled}
          />
          <Select
            label={words.ratingAfter}
            options={hours.map((count) => ({ value: String(count), label: words.hours(count) }))}
            value={String(inbox.ratingAfterHours)}
            onChange={(chosen) => set({ ratingAfterHours: Number(chosen) })}
            disabled={disabled || !inbox.askRating}
          />
        </FormLayout>
      </BlockStack>
    </Card>
  );
}
