import {
  Banner,
  BlockStack,
  Button,
  Card,
  FormLayout,
  InlineStack,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import { TimeText } from "~/ui/admin/text";
import type { MailInScreen } from "../mail-in.server";
import type { MailboxAction } from "../mail-sources";
import { mailInWords } from "../words/mail-in-staff";

const words = mailInWords.mailbox;
type Kept = Extract<MailboxAction, { do: "keepMailbox" }>;
type Props = {
  imap: MailInScreen["imap"];
  logins: MailInScreen["logins"];
  mayChange: boolean;
  busy: boolean;
  onDo: (action: MailboxAction) => void;
};

const EMPTY = { host: "", port: "993", user: "", login: "password", folder: "INBOX" };

/** The mailbox that is read: which it is, how it is logged in to, and how it goes. */
export function AdminMailbox({ imap, logins, mayChange, busy, onDo }: Props) {
  const { host, port, user, login, folder } = imap ?? EMPTY;
  const [typed, setTyped] = useState<Kept>({
    ...{ do: "keepMailbox", host, port, user, folder, secret: "" },
    login: login as Kept["login"],
  });
  const field = (name: "host" | "port" | "user" | "secret" | "folder") => ({
    value: typed[name],
    onChange: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
    autoComplete: "off",
    disabled: !mayChange,
  });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p" tone="subdued">
          {words.text}
        </Text>
        {imap?.problem && (
          <Banner tone="critical">
            <p>{mailInWords.problems[imap.problem] ?? mailInWords.problemOther}</p>
          </Banner>
        )}
        <FormLayout>
          <FormLayout.Group condensed>
            <TextField label={words.host} helpText={words.hostHelp} {...field("host")} />
            <TextField label={words.port} helpText={words.portHelp} {...field("port")} />
          </FormLayout.Group>
          <TextField label={words.user} {...field("user")} />
          <Select
            label={words.login}
            options={logins.map((value) => ({ value, label: words.logins[value] }))}
            value={typed.login}
            onChange={(chosen) => setTyped((before) => ({ ...before, login: chosen as Kept["login"] }))}
            disabled={!mayChange}
          />
          <TextField
            label={words.secret[typed.login]}
            type="password"
            placeholder={imap ? mailInWords.kept : ""}
            {...field("secret")}
          />
          <TextField label={words.folder} {...field("folder")} />
        </FormLayout>
        {imap && (
          <Text as="p" tone="subdued">
            {imap.seenAt ? (
              <>
                {words.seen} <TimeText at={imap.seenAt} />
              </>
            ) : (
              words.never
            )}
          </Text>
        )}
        <InlineStack gap="200">
          <Button
            onClick={() => onDo(typed)}
            disabled={!mayChange}
            loading={busy}
            accessibilityLabel={`${mailInWords.save}: ${words.title}`}
          >
            {mailInWords.save}
          </Button>
          {imap && mayChange && (
            <Button tone="critical" onClick={() => onDo({ do: "dropMailbox" })} disabled={busy}>
              {mailInWords.drop}
            </Button>
          )}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
