import { Banner, BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { CopyButton } from "~/ui/admin/copy-button";
import { TimeText } from "~/ui/admin/text";
import type { MailInScreen } from "../mail-in.server";
import type { ProviderAction } from "../mail-sources";
import { mailInWords as words } from "../words/mail-in-staff";

type Provider = MailInScreen["providers"][number];
type Props = {
  providers: Provider[];
  mayChange: boolean;
  busy: boolean;
  onDo: (action: ProviderAction) => void;
};

/** The services that post a shop's mail: what is agreed with each, and the address it posts to. */
export const AdminMailProviders = ({ providers, ...shared }: Props) => (
  <Card>
    <BlockStack gap="500">
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {words.providers.title}
        </Text>
        <Text as="p" tone="subdued">
          {words.providers.text}
        </Text>
      </BlockStack>
      {providers.map((provider) => (
        <ProviderPart key={`${provider.kind}${provider.url}`} provider={provider} {...shared} />
      ))}
    </BlockStack>
  </Card>
);

function ProviderPart({
  provider,
  mayChange,
  busy,
  onDo,
}: Omit<Props, "providers"> & { provider: Provider }) {
  const { kind, name, url, problem, seenAt } = provider;
  const [secret, setSecret] = useState("");
  const says = words.provider[kind];
  const mayBeEmpty = kind === "sendgrid";
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {name}
      </Text>
      {problem && (
        <Banner tone="warning">
          <p>{words.problems[problem] ?? words.problemOther}</p>
        </Banner>
      )}
      <TextField
        label={says.secret}
        helpText={says.help}
        type="password"
        value={secret}
        onChange={setSecret}
        placeholder={url ? words.kept : ""}
        maxLength={400}
        autoComplete="off"
        disabled={!mayChange}
      />
      {url && (
        <>
          <Copied label={words.address} text={url} />
          <Text as="p" tone="subdued">
            {seenAt ? (
              <>
                {words.seen} <TimeText at={seenAt} />
              </>
            ) : (
              words.never
            )}
          </Text>
        </>
      )}
      <InlineStack gap="200">
        <Button
          onClick={() => onDo({ do: "keepProvider", kind, secret })}
          disabled={!mayChange || (secret === "" && (!mayBeEmpty || url !== null))}
          loading={busy}
          accessibilityLabel={`${words.save}: ${name}`}
        >
          {words.save}
        </Button>
        {url && mayChange && (
          <>
            <Button onClick={() => onDo({ do: "newAddress", kind })} disabled={busy}>
              {words.newAddress}
            </Button>
            <Button tone="critical" onClick={() => onDo({ do: "dropProvider", kind })} disabled={busy}>
              {words.drop}
            </Button>
          </>
        )}
      </InlineStack>
    </BlockStack>
  );
}

/** To be copied as it stands: whole on a phone, too, where it takes several lines. */
export const Copied = ({ label, text }: { label: string; text: string }) => (
  <BlockStack gap="100">
    <Text as="p">{label}</Text>
    <Text as="p" fontWeight="medium" breakWord>
      <code>{text}</code>
    </Text>
    <InlineStack>
      <CopyButton text={text} label={label} />
    </InlineStack>
  </BlockStack>
);
