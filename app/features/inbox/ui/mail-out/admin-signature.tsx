import { Banner, BlockStack, Card, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { Page } from "~/ui/admin/page";
import { SaveBar } from "~/ui/admin/save-bar";
import { MOST_SIGNATURE_CHARACTERS } from "../../mail-out/signature";
import { mailOutWords } from "../../words/mail-out-staff";
import { backToInboxSettings } from "../admin-inbox-settings";

const words = mailOutWords.signature;

type Props = {
  signature: string;
  name: string;
  mayChange: boolean;
  saving: boolean;
  onSave(text: string): void;
};

/** Where somebody says what their own answers end with. */
export function AdminSignature({ signature, name, mayChange, saving, onSave }: Props) {
  const [text, setText] = useState(signature);
  useEffect(() => setText(signature), [signature]);
  return (
    <Page title={words.title} subtitle={words.lead} back={backToInboxSettings} width="narrow">
      <SaveBar
        open={mayChange && text !== signature}
        saving={saving}
        labels={words}
        onSave={() => onSave(text)}
        onDiscard={() => setText(signature)}
      />
      <BlockStack gap="400">
        {!mayChange && <Banner>{words.readOnly}</Banner>}
        <Card>
          <TextField
            label={words.label}
            helpText={words.help}
            placeholder={name}
            value={text}
            onChange={setText}
            multiline={4}
            maxLength={MOST_SIGNATURE_CHARACTERS}
            disabled={!mayChange || saving}
            autoComplete="off"
          />
        </Card>
        <Card>
          <BlockStack gap="200">
            <Text as="h2" variant="headingMd">
              {words.preview}
            </Text>
            {text.trim() === "" ? (
              <Text as="p" tone="subdued">
                {words.empty}
              </Text>
            ) : (
              <div className="admin-signature" dir="auto">
                {text}
              </div>
            )}
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
  );
}
