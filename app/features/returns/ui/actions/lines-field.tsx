import { BlockStack, InlineGrid, Select, Text } from "@shopify/polaris";
import type { PanelLine } from "../../action-queries.server";
import { formWords as words } from "../../words/action-forms-staff";

/** How many of each line, by the line's id. */
export type Picked = Readonly<Record<string, number>>;

type Props = {
  lines: readonly PanelLine[];
  /** the most that can be taken of a line */
  most(line: PanelLine): number;
  picked: Picked;
  help?: string;
  onPick(picked: Picked): void;
};

/** More of one line than this nobody picks from a list. */
const MOST_CHOICES = 200;

/** How many of which items. Lines of which nothing can be taken are left out. */
export function LinesField({ lines, most, picked, help, onPick }: Props) {
  const shown = lines.filter((line) => most(line) > 0);
  if (shown.length === 0) return null;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {words.chosen}
      </Text>
      {help && (
        <Text as="p" tone="subdued">
          {help}
        </Text>
      )}
      {shown.map((line) => (
        <InlineGrid key={line.id} columns="1fr auto" gap="300" alignItems="center">
          <Text as="span" breakWord>
            <bdi>{nameOf(line)}</bdi>
          </Text>
          <Select
            label={words.quantityOf(nameOf(line))}
            labelHidden
            value={String(picked[line.id] ?? 0)}
            options={Array.from({ length: Math.min(most(line), MOST_CHOICES) + 1 }, (_, count) => ({
              value: String(count),
              label: count === 0 ? "0" : `${count} ${words.ofMost(most(line))}`,
            }))}
            onChange={(count) => onPick({ ...picked, [line.id]: Number(count) })}
          />
        </InlineGrid>
      ))}
    </BlockStack>
  );
}

const nameOf = ({ title, variantTitle }: PanelLine) => (variantTitle ? `${title}, ${variantTitle}` : title);

/** The picked lines as they are asked for. */
export const pickedLines = (picked: Picked): { orderLineId: string; quantity: number }[] =>
  Object.entries(picked).flatMap(([orderLineId, quantity]) =>
    quantity > 0 ? [{ orderLineId, quantity }] : [],
  );
