import { Banner, BlockStack, Button, Card, Checkbox, FormLayout, Text, TextField } from "@shopify/polaris";
import { type ReactNode, useState } from "react";
import { Page } from "~/ui/admin/page";
import type { WhatsAppScreen } from "../change-whatsapp.server";
import { whatsAppStaffWords as words } from "../words/whatsapp-staff";
import { ApprovedFields, type TypedTemplate } from "./approved-fields";

type Props = WhatsAppScreen & {
  mayChange: boolean;
  busy: boolean;
  refused: boolean;
  onSave: (typed: Record<string, unknown>) => void;
};

/** The account for WhatsApp, where Meta tells us what became of messages, and which template tells which news. */
export function AdminWhatsApp({ mayChange, busy, refused, onSave, ...screen }: Props) {
  const { phoneNumberId, enabled, onlyAgreed } = screen;
  const [typed, setTyped] = useState({ phoneNumberId, enabled, onlyAgreed, token: "", appSecret: "" });
  const [templates, setTemplates] = useState<Record<string, TypedTemplate>>(() =>
    Object.fromEntries(
      screen.kinds.map(({ key, on, template, languages, parameters }) => [
        key,
        { name: on ? template : "", languages, parameters },
      ]),
    ),
  );
  const field = (name: "phoneNumberId" | "token" | "appSecret", maxLength: number) => ({
    label: words[name],
    helpText: words[`${name}Help`],
    value: typed[name],
    onChange: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
    autoComplete: "off",
    disabled: !mayChange,
    maxLength,
  });
  const box = (name: "enabled" | "onlyAgreed") => ({
    label: words[name],
    checked: typed[name],
    disabled: !mayChange,
    onChange: (on: boolean) => setTyped((before) => ({ ...before, [name]: on })),
  });
  const kept = (has: boolean) => ({ type: "password" as const, placeholder: has ? words.kept : "" });
  return (
    <Page
      title={words.title}
      subtitle={words.subtitle}
      back={{ label: words.back, url: "/app/settings" }}
      width="narrow"
    >
      <BlockStack gap="400">
        {refused && (
          <Banner tone="critical">
            <p role="alert">{words.notSaved}</p>
          </Banner>
        )}
        <Titled title={words.account}>
          <FormLayout>
            <TextField {...field("phoneNumberId", 25)} inputMode="numeric" />
            <TextField {...field("token", 1000)} {...kept(screen.hasToken)} />
            <TextField {...field("appSecret", 32)} {...kept(screen.hasSecret)} />
            <Checkbox {...box("enabled")} />
            <Checkbox {...box("onlyAgreed")} helpText={words.onlyAgreedHelp} />
          </FormLayout>
        </Titled>
        <Titled title={words.webhook}>
          <Text as="p" tone="subdued">
            {words.webhookHelp}
          </Text>
          <TextField label={words.callbackUrl} value={screen.callbackUrl} readOnly autoComplete="off" />
          <TextField label={words.verifyToken} value={screen.verifyToken} readOnly autoComplete="off" />
        </Titled>
        <Titled title={words.templates}>
          <Text as="p" tone="subdued">
            {words.templatesHelp}
          </Text>
          {screen.kinds.map(({ key, values }) => (
            <ApprovedFields
              key={key}
              kind={key}
              typed={templates[key] ?? { name: "", languages: "", parameters: [] }}
              values={values}
              disabled={!mayChange}
              onChange={(next) => setTemplates((before) => ({ ...before, [key]: next }))}
            />
          ))}
        </Titled>
        <div>
          <Button
            variant="primary"
            loading={busy}
            disabled={!mayChange}
            onClick={() => onSave({ ...typed, templates: asked(templates) })}
          >
            {words.save}
          </Button>
        </div>
      </BlockStack>
    </Page>
  );
}

/** Kinds with a template; its languages as they were typed, one after the other. */
const asked = (templates: Record<string, TypedTemplate>) =>
  Object.fromEntries(
    Object.entries(templates)
      .filter(([, { name }]) => name.trim() !== "")
      .map(([key, one]) => [
        key,
        { ...one, name: one.name.trim(), languages: one.languages.split(/[\s,;]+/).filter(Boolean) },
      ]),
  );

const Titled = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      {children}
    </BlockStack>
  </Card>
);
