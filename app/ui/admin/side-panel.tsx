import { BlockStack, Card, SkeletonBodyText, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

type Props = { title: string; loading: string; ready: boolean; children: ReactNode };

/** A card beside a page that is read after the page is there. */
export function SidePanel({ title, loading, ready, children }: Props) {
  if (ready) return children;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        <div role="status" aria-label={loading}>
          <SkeletonBodyText lines={3} />
        </div>
      </BlockStack>
    </Card>
  );
}
