import { BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { contrastWithWhite, READABLE_CONTRAST, readableColour } from "../rules";
import { brandWords } from "../words/brand-staff";
import type { LookCardProps } from "./brand-page";

const { colour: words } = brandWords;

/** The brand colour, with a look at it and whether text on it can be read. */
export function ColourCard({ look: { colour }, change, disabled }: LookCardProps) {
  const set = (next: string) => change({ colour: next });
  const contrast = contrastWithWhite(colour);
  const readable = contrast >= READABLE_CONTRAST;
  const error = contrast === 0 ? words.invalid : readable ? false : words.unreadable;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <TextField
          label={words.label}
          helpText={words.help}
          value={colour}
          onChange={set}
          error={error}
          maxLength={7}
          autoComplete="off"
          disabled={disabled}
          connectedLeft={
            <input
              type="color"
              aria-label={words.picker}
              value={contrast === 0 ? "#000000" : colour}
              onChange={(event) => set(event.currentTarget.value)}
              disabled={disabled}
              style={{
                blockSize: "2rem",
                inlineSize: "3rem",
                padding: 0,
                border: "none",
                background: "none",
              }}
            />
          }
        />
        {contrast > 0 && (
          <InlineStack gap="300" blockAlign="center">
            <span
              style={{
                background: readable ? colour : readableColour(colour),
                color: "#ffffff",
                padding: "0.6rem 1.2rem",
                borderRadius: 8,
                fontWeight: 600,
              }}
              aria-hidden="true"
            >
              {words.sample}
            </span>
            <Text as="p" tone={readable ? "subdued" : "critical"}>
              {words.contrast(contrast.toFixed(1))}
            </Text>
            {!readable && (
              <Button onClick={() => set(readableColour(colour))} disabled={disabled}>
                {words.suggest(readableColour(colour))}
              </Button>
            )}
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}
