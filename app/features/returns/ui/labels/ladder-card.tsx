import { Badge, BlockStack, Box, Button, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { ConfirmModal } from "~/ui/admin/confirm-modal";
import type { AccountView } from "../../label-schema";
import { labelWords } from "../../words/labels-staff";
import { Quiet, Titled } from "../admin-return-cards";
import { AccountForm } from "./account-form";
import type { LabelsPageProps } from "./labels-page";

const words = labelWords.ladder;

/** The accounts in the order in which they are asked, and what comes after them. */
export function LadderCard(props: LabelsPageProps) {
  const { accounts, mayChange, busy, done } = props;
  const [editing, setEditing] = useState<string | "new" | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each thing done closes the form
  useEffect(() => setEditing(null), [done]);
  return (
    <Titled title={words.title}>
      <BlockStack gap="400">
        <Text as="p" tone="subdued">
          {words.text}
        </Text>
        {accounts.length === 0 && <Quiet>{words.none}</Quiet>}
        <BlockStack as="ul" gap="300">
          {accounts.map((account, at) => (
            <Box
              as="li"
              key={account.id}
              borderWidth="025"
              borderColor="border"
              borderRadius="200"
              padding="300"
            >
              {editing === account.id ? (
                <AccountForm {...props} account={account} onClose={() => setEditing(null)} />
              ) : (
                <Rung {...props} account={account} at={at} onEdit={() => setEditing(account.id)} />
              )}
            </Box>
          ))}
        </BlockStack>
        {editing === "new" ? (
          <AccountForm {...props} account={null} onClose={() => setEditing(null)} />
        ) : (
          <InlineStack>
            <Button disabled={!mayChange || busy} onClick={() => setEditing("new")}>
              {words.add}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </Titled>
  );
}

function Rung(props: LabelsPageProps & { account: AccountView; at: number; onEdit: () => void }) {
  const { account, at, carriers, mayChange, busy, onAct, onEdit } = props;
  const [asking, setAsking] = useState(false);
  const disabled = !mayChange || busy;
  const { id, name, enabled } = account;
  const carrier = carriers.find(({ key }) => key === account.carrier)?.name ?? account.carrier;
  return (
    <InlineStack gap="300" align="space-between" blockAlign="center">
      <BlockStack>
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm" breakWord>
            {name}
          </Text>
          <Badge {...(enabled ? { tone: "success" } : {})}>{enabled ? words.enabled : words.disabled}</Badge>
        </InlineStack>
        <Quiet>{carrier}</Quiet>
      </BlockStack>
      <InlineStack gap="200">
        {at > 0 && (
          <Button
            variant="tertiary"
            accessibilityLabel={words.up(name)}
            disabled={disabled}
            onClick={() => onAct({ intent: "earlier", id })}
          >
            {words.upShort}
          </Button>
        )}
        <Button
          variant="tertiary"
          accessibilityLabel={`${enabled ? words.off : words.on}: ${name}`}
          disabled={disabled}
          onClick={() => onAct({ intent: "switch", id, enabled: !enabled })}
        >
          {enabled ? words.off : words.on}
        </Button>
        <Button
          variant="tertiary"
          accessibilityLabel={`${words.edit}: ${name}`}
          disabled={disabled}
          onClick={onEdit}
        >
          {words.edit}
        </Button>
        <Button
          variant="tertiary"
          tone="critical"
          accessibilityLabel={`${words.remove}: ${name}`}
          disabled={disabled}
          onClick={() => setAsking(true)}
        >
          {words.remove}
        </Button>
      </InlineStack>
      <ConfirmModal
        open={asking}
        title={words.removeName(name)}
        confirm={words.remove}
        destructive
        onConfirm={() => {
          setAsking(false);
          onAct({ intent: "remove", id });
        }}
        onClose={() => setAsking(false)}
      >
        <Text as="p">{words.removeText}</Text>
      </ConfirmModal>
    </InlineStack>
  );
}
