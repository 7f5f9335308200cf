import { BlockStack, Card, SkeletonBodyText, SkeletonDisplayText } from "@shopify/polaris";
import { words } from "./words";

/** What stands in for a list until it is there. Screen readers hear that it loads. */
export function SkeletonList({ rows = 5 }: { rows?: number }) {
  return (
    <Card>
      <div role="status" aria-label={words.loading}>
        <BlockStack gap="500">
          {Array.from({ length: rows }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
            <BlockStack gap="200" key={at}>
              <SkeletonDisplayText size="small" maxWidth="30%" />
              <SkeletonBodyText lines={1} />
            </BlockStack>
          ))}
        </BlockStack>
      </div>
    </Card>
  );
}
