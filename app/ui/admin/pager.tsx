import { Box, InlineStack, Pagination } from "@shopify/polaris";
import { words } from "./words";

/**
 * Turns the pages of a list by cursor: addresses of the neighbouring pages, null where the list ends.
 * A list of one page shows nothing.
 */
export function Pager({ previous, next }: { previous: string | null; next: string | null }) {
  if (!previous && !next) return null;
  return (
    <Box padding="400">
      <InlineStack align="center">
        <Pagination
          hasPrevious={previous !== null}
          hasNext={next !== null}
          {...(previous ? { previousURL: previous } : {})}
          {...(next ? { nextURL: next } : {})}
          accessibilityLabels={{ previous: words.previous, next: words.next }}
        />
      </InlineStack>
    </Box>
  );
}

/** The addresses of a list's neighbouring pages, its filters kept. */
export function pagerUrls(
  page: { previous: string | null; next: string | null },
  path: string,
  filters: Record<string, string | null | undefined> = {},
): { previous: string | null; next: string | null } {
  const kept = Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const address = (name: string, cursor: string | null) =>
    cursor && `${path}?${new URLSearchParams([...kept, [name, cursor]])}`;
  return { previous: address("before", page.previous), next: address("after", page.next) };
}
