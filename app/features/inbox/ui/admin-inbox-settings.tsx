import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { Page } from "~/ui/admin/page";
import { inboxSettingsWords as words } from "../words/inbox-settings-staff";

type Group = keyof typeof words.groups;
type Screen = keyof typeof words.screens;

const GROUPS: Record<Group, Partial<Record<Screen, string>>> = {
  answering: {
    answering: "/app/settings/inbox",
    targets: "/app/settings/inbox/targets",
    surveys: "/app/settings#asking",
  },
  people: {
    teams: "/app/settings/inbox/teams",
    limits: "/app/settings/staff",
    signature: "/app/settings/signature",
  },
  automation: { macros: "/app/settings/macros", rules: "/app/settings/rules" },
  mail: {
    mailIn: "/app/settings/mail-in",
    sending: "/app/settings/sending",
    unfiled: "/app/inbox/unfiled",
  },
  data: { imports: "/app/inbox/imports", retention: "/app/privacy/retention" },
};

/** Where settings of the inbox lead back to. */
export const backToInboxSettings = { label: words.title, url: "/app/inbox/settings" };

/** Every screen on which something of the inbox is decided, with what it decides. */
export const AdminInboxSettings = () => (
  <Page title={words.title} subtitle={words.lead} back={{ label: words.back, url: "/app/inbox" }}>
    <BlockStack gap="400">
      {Object.entries(GROUPS).map(([group, screens]) => (
        <Card key={group}>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {words.groups[group as Group]}
            </Text>
            <BlockStack as="ul" gap="300">
              {Object.entries(screens).map(([screen, url]) => (
                <li key={screen}>
                  <Link url={url} removeUnderline>
                    {words.screens[screen as Screen].title}
                  </Link>
                  <Text as="p" tone="subdued">
                    {words.screens[screen as Screen].text}
                  </Text>
                </li>
              ))}
            </BlockStack>
          </BlockStack>
        </Card>
      ))}
    </BlockStack>
  </Page>
);
