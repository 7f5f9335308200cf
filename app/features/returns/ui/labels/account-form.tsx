import { Button, FormLayout, InlineStack, Select, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { AccountView } from "../../label-schema";
import { labelWords } from "../../words/labels-staff";
import type { LabelsPageProps } from "./labels-page";

const words = labelWords.account;

/** An account's fields, drawn from what its carrier asks for. Secrets that are kept are not shown. */
export function AccountForm({
  account,
  carriers,
  busy,
  onAct,
  onClose,
}: LabelsPageProps & { account: AccountView | null; onClose: () => void }) {
  const [key, setKey] = useState(account?.carrier ?? carriers[0]?.key ?? "");
  const carrier = carriers.find((one) => one.key === key);
  const [name, setName] = useState(account?.name ?? carrier?.name ?? "");
  const [typed, setTyped] = useState<Record<string, string>>(account?.values ?? {});
  const choose = (next: string) => {
    setKey(next);
    if (carriers.some((one) => one.name === name))
      setName(carriers.find((one) => one.key === next)?.name ?? name);
  };
  return (
    <FormLayout>
      {!account && (
        <Select
          label={words.carrier}
          options={carriers.map((one) => ({ value: one.key, label: one.name }))}
          value={key}
          onChange={choose}
        />
      )}
      <TextField
        label={words.name}
        helpText={words.nameHelp}
        value={name}
        onChange={setName}
        maxLength={80}
        autoComplete="off"
      />
      {carrier?.fields.map((field) => (
        <TextField
          key={field.name}
          label={words.fields[field.name] ?? field.name}
          helpText={words.help[field.name]}
          type={field.secret ? "password" : "text"}
          requiredIndicator={field.required && !account}
          placeholder={field.secret && account ? words.kept : ""}
          value={typed[field.name] ?? ""}
          onChange={(said) => setTyped((before) => ({ ...before, [field.name]: said }))}
          maxLength={500}
          autoComplete="off"
        />
      ))}
      {account?.webhookUrl && (
        <TextField
          label={words.webhookUrl}
          helpText={words.webhookHelp}
          value={account.webhookUrl}
          readOnly
          selectTextOnFocus
          autoComplete="off"
        />
      )}
      <InlineStack gap="200">
        <Button
          variant="primary"
          loading={busy}
          disabled={name.trim() === ""}
          onClick={() =>
            onAct({ intent: "account", id: account?.id ?? null, carrier: key, name, fields: typed })
          }
        >
          {words.save}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </InlineStack>
    </FormLayout>
  );
}
