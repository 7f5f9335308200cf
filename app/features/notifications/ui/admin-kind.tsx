import { BlockStack, Button, Card, InlineStack, Layout, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { LOCALES, type Locale } from "~/platform/i18n/locales";
import { Page } from "~/ui/admin/page";
import { staffWords } from "../words/staff";
import { MailFrame } from "./mail-frame";

const words = staffWords.kind;

type Props = {
  kindKey: string;
  locale: Locale;
  written: { subject: string; html: string; text: string };
  /** where a test mail goes when nobody says otherwise */
  to: string;
  mayTest: boolean;
  busy: boolean;
  onLocale: (locale: string) => void;
  onTest: (to: string) => void;
};

const names = new Intl.DisplayNames("en", { type: "language" });

/** One kind of message as it looks in any language, and a test mail of it. */
export function AdminKind({ kindKey, locale, written, to, mayTest, busy, onLocale, onTest }: Props) {
  const [typed, setTyped] = useState(to);
  return (
    <Page
      title={staffWords.kinds[kindKey] ?? kindKey}
      back={{ label: words.back, url: "/app/notifications/kinds" }}
    >
      <Layout>
        <Layout.Section>
          <Card>
            <BlockStack gap="300">
              <Text as="p" fontWeight="semibold">
                <bdi>{written.subject}</bdi>
              </Text>
              <Text as="p" tone="subdued">
                {words.sample}
              </Text>
              <MailFrame html={written.html} text={written.text} title={written.subject} />
            </BlockStack>
          </Card>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <Card>
              <Select
                label={words.language}
                value={locale}
                onChange={onLocale}
                options={LOCALES.map((value) => ({ value, label: names.of(value) ?? value }))}
              />
            </Card>
            <Card>
              <BlockStack gap="300">
                <Text as="h2" variant="headingMd">
                  {words.test}
                </Text>
                <TextField
                  type="email"
                  label={words.to}
                  value={typed}
                  onChange={setTyped}
                  autoComplete="email"
                  maxLength={254}
                  disabled={!mayTest}
                />
                <InlineStack>
                  <Button onClick={() => onTest(typed)} loading={busy} disabled={!mayTest}>
                    {words.send}
                  </Button>
                </InlineStack>
              </BlockStack>
            </Card>
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
