import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { Page } from "./page";
import { words } from "./words";

type Notice = { title: string; text: string };
type NoticePageProps = Notice & {
  tone?: "critical" | "warning" | "info";
  action?: { label: string; url?: string; external?: boolean; onAction?: () => void } | null;
};

/** A whole page that says one thing, and what to do about it. */
export function NoticePage({ title, text, tone = "warning", action }: NoticePageProps) {
  return (
    <Page title={title} width="narrow">
      <Banner tone={tone}>
        <BlockStack gap="300">
          <Text as="p">{text}</Text>
          {action && (
            <InlineStack>
              <Button
                {...(action.url ? { url: action.url } : {})}
                {...(action.external ? { target: "_top" as const } : {})}
                {...(action.onAction ? { onClick: action.onAction } : {})}
              >
                {action.label}
              </Button>
            </InlineStack>
          )}
        </BlockStack>
      </Banner>
    </Page>
  );
}

/** Something failed: what it means for the reader, never what broke. */
export const ErrorPage = ({ title, text, onRetry }: Partial<Notice> & { onRetry?: () => void }) => (
  <NoticePage
    title={title ?? words.failed.title}
    text={text ?? words.failed.text}
    tone="critical"
    action={onRetry ? { label: words.tryAgain, onAction: onRetry } : null}
  />
);

/** Not here: mistyped, gone, or of another shop, which all look the same. */
export const MissingPage = ({ title, text, home = "/app" }: Partial<Notice> & { home?: string }) => (
  <NoticePage
    title={title ?? words.missing.title}
    text={text ?? words.missing.text}
    tone="info"
    action={{ label: words.home, url: home }}
  />
);

/** The staff member's own permissions do not reach this far. */
export const NoPermission = ({ title, text, home = "/app" }: Partial<Notice> & { home?: string }) => (
  <NoticePage
    title={title ?? words.forbidden.title}
    text={text ?? words.forbidden.text}
    action={{ label: words.home, url: home }}
  />
);
