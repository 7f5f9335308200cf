import { Banner, BlockStack, Card, Text } from "@shopify/polaris";
import { Page } from "~/ui/admin/page";
import type { MailInScreen } from "../mail-in.server";
import type { MailboxAction, ProviderAction } from "../mail-sources";
import { mailInWords as words } from "../words/mail-in-staff";
import { AdminMailProviders, Copied } from "./admin-mail-providers";
import { AdminMailbox } from "./admin-mailbox";

type Props = MailInScreen & {
  mayChange: boolean;
  busy: boolean;
  refused: boolean;
  onDo: (action: ProviderAction | MailboxAction) => void;
};

/** The ways by which customers' mail comes in. */
export const AdminMailIn = ({ mailbox, providers, imap, logins, refused, ...shared }: Props) => (
  <Page
    title={words.title}
    subtitle={words.subtitle}
    back={{ label: words.back, url: "/app/settings" }}
    width="narrow"
  >
    <BlockStack gap="400">
      {!shared.mayChange && <Banner>{words.readOnly}</Banner>}
      {refused && (
        <Banner tone="critical">
          <p role="alert">{words.refused}</p>
        </Banner>
      )}
      <Card>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {words.forwarding.title}
          </Text>
          <Text as="p" tone="subdued">
            {mailbox ? words.forwarding.text : words.forwarding.none}
          </Text>
          {mailbox && <Copied label={words.address} text={mailbox} />}
        </BlockStack>
      </Card>
      <AdminMailbox imap={imap} logins={logins} {...shared} />
      <AdminMailProviders providers={providers} {...shared} />
    </BlockStack>
  </Page>
);
