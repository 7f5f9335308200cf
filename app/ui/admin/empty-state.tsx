import { BlockStack, Box, Button, Text } from "@shopify/polaris";

type Props = {
  title: string;
  text: string;
  action?: { label: string; url: string; external?: boolean };
};

/** Instead of an empty list: what will be here, and how it comes to be. Stands in a Card of the caller's. */
export function EmptyState({ title, text, action }: Props) {
  return (
    <Box paddingBlock="1000" paddingInline="400">
      <BlockStack gap="200" inlineAlign="center">
        <Text as="h2" variant="headingMd" alignment="center">
          {title}
        </Text>
        <Box maxWidth="32rem">
          <Text as="p" tone="subdued" alignment="center">
            {text}
          </Text>
        </Box>
        {action && (
          <Box paddingBlockStart="200">
            <Button url={action.url} variant="primary" external={action.external ?? false}>
              {action.label}
            </Button>
          </Box>
        )}
      </BlockStack>
    </Box>
  );
}
