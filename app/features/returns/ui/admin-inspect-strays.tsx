import { BlockStack, Button, Card, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { receiveWords } from "../words/staff-receive";
import type { CountedStray } from "./counting";

const words = receiveWords.stray;
const BLANK: CountedStray = { kind: "unexpected", title: "", sku: "", quantity: 1, note: "" };

type Props = { strays: CountedStray[]; onChange: (strays: CountedStray[]) => void };

/** What is in the parcel and nobody asked to return. */
export function InspectStrays({ strays, onChange }: Props) {
  const set = (at: number, part: Partial<CountedStray>) =>
    onChange(strays.map((one, each) => (each === at ? { ...one, ...part } : one)));
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h3" variant="headingSm">
          {words.title}
        </Text>
        {strays.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is being typed has no identity yet
          <BlockStack key={at} gap="200">
            <Select
              label={words.kind}
              options={(["wrong", "unexpected"] as const).map((value) => ({
                value,
                label: words.kinds[value],
              }))}
              value={one.kind}
              onChange={(kind) => set(at, { kind: kind as CountedStray["kind"] })}
            />
            <TextField
              label={words.what}
              value={one.title}
              onChange={(title) => set(at, { title })}
              maxLength={255}
              autoComplete="off"
            />
            <InlineStack gap="300">
              <TextField
                label={words.sku}
                value={one.sku}
                onChange={(sku) => set(at, { sku })}
                maxLength={100}
                autoComplete="off"
              />
              <TextField
                label={words.quantity}
                type="number"
                min={1}
                value={String(one.quantity)}
                onChange={(text) => set(at, { quantity: Math.max(1, Math.trunc(Number(text)) || 1) })}
                autoComplete="off"
              />
            </InlineStack>
            <TextField
              label={words.note}
              value={one.note}
              onChange={(note) => set(at, { note })}
              maxLength={500}
              autoComplete="off"
            />
            <InlineStack>
              <Button
                variant="plain"
                tone="critical"
                onClick={() => onChange(strays.filter((_, each) => each !== at))}
              >
                {words.remove}
              </Button>
            </InlineStack>
          </BlockStack>
        ))}
        <InlineStack>
          <Button onClick={() => onChange([...strays, BLANK])}>
            {strays.length > 0 ? words.one : words.add}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
