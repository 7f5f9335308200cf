import {
  Banner,
  BlockStack,
  Box,
  Button,
  Card,
  Checkbox,
  ChoiceList,
  InlineStack,
  Link,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import type { Settings } from "~/features/settings/schema";
import { PARCEL_SCOPES } from "~/platform/shopify/scopes";
import { Page } from "~/ui/admin/page";
import type { FormComponent } from "~/ui/admin/search-form";
import { Table } from "~/ui/admin/table";
import { TimeText } from "~/ui/admin/text";
import { trackingWords } from "../words/tracking-staff";

const words = trackingWords.settings;

type Props = {
  settings: Settings["tracking"];
  /** is an account connected that can follow parcels? */
  hasAccount: boolean;
  /** what the merchant has not allowed */
  missing: (keyof typeof PARCEL_SCOPES)[];
  unknown: { id: string; source: string; code: string; seen: number; lastAt: Date }[];
  mayChange: boolean;
  busy: boolean;
  Form: FormComponent;
  /** the merchant has just allowed more */
  onAllowed: () => void;
};

/** Which parcels are followed, by whom, and what Shopify is told of them. */
export function AdminTracking(props: Props) {
  return (
    <Page
      title={words.title}
      subtitle={words.lead}
      back={{ label: words.back, url: "/app/deliveries" }}
      width="narrow"
    >
      <BlockStack gap="400">
        {!props.mayChange && <Banner>{words.readOnly}</Banner>}
        {!props.hasAccount && (
          <Banner>
            {words.noAccount} <Link url="/app/settings/labels">{words.connect}</Link>
          </Banner>
        )}
        <Choices {...props} />
        <OwnSource />
        {props.unknown.length > 0 && <UnknownCodes unknown={props.unknown} />}
      </BlockStack>
    </Page>
  );
}

function Choices({ settings, missing, mayChange, busy, Form, onAllowed }: Props) {
  const [draft, setDraft] = useState({ ...settings, silentHours: String(settings.silentHours) });
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const wanted = missing.filter((what) => (what === "scans" ? draft.writeBack : draft.correctShopify));
  const box = (name: "writeBack" | "correctShopify", label: string, helpText: string) => (
    <Checkbox
      name={name}
      value="on"
      label={label}
      helpText={helpText}
      checked={draft[name]}
      disabled={!mayChange}
      onChange={(on) => change({ [name]: on })}
    />
  );
  return (
    <Card>
      <Form method="post">
        <BlockStack gap="300">
          <ChoiceList
            name="follow"
            title={words.follow}
            choices={(["off", "whenSilent", "always"] as const).map((value) => ({
              value,
              label: words.choices[value].label,
              helpText: words.choices[value].help,
              disabled: !mayChange,
            }))}
            selected={[draft.follow]}
            onChange={([follow]) => change({ follow: follow as typeof draft.follow })}
          />
          <TextField
            type="number"
            name="silentHours"
            label={words.silentHours}
            min={1}
            max={240}
            value={draft.silentHours}
            onChange={(silentHours) => change({ silentHours })}
            autoComplete="off"
            disabled={!mayChange}
          />
          {box("writeBack", words.writeBack, words.writeBackHelp)}
          {box("correctShopify", words.correctShopify, words.correctShopifyHelp)}
          {wanted.length > 0 && (
            <Banner
              tone="warning"
              action={{ content: words.allow, onAction: () => allow(wanted, onAllowed) }}
            >
              {words.access}
            </Banner>
          )}
          <InlineStack align="end">
            <Button submit variant="primary" loading={busy} disabled={!mayChange}>
              {words.save}
            </Button>
          </InlineStack>
        </BlockStack>
      </Form>
    </Card>
  );
}

/** The part of App Bridge that asks the merchant: it answers once they decided, in Shopify's own dialog. */
type Bridge = { scopes?: { request(scopes: string[]): Promise<{ result: string }> } };

async function allow(wanted: (keyof typeof PARCEL_SCOPES)[], onAllowed: () => void): Promise<void> {
  const bridge = (window as { shopify?: Bridge }).shopify;
  const answer = await bridge?.scopes?.request(wanted.map((what) => PARCEL_SCOPES[what])).catch(() => null);
  if (answer?.result === "granted-all") onAllowed();
}

const OwnSource = () => (
  <Card>
    <BlockStack gap="200">
      <Text as="h2" variant="headingMd">
        {trackingWords.generic.title}
      </Text>
      <Text as="p">{trackingWords.generic.text}</Text>
      <Box background="bg-surface-secondary" padding="300" borderRadius="200" overflowX="scroll">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <pre style={{ margin: 0 }} tabIndex={0}>
          {trackingWords.generic.body}
        </pre>
      </Box>
      <Text as="p" tone="subdued">
        {trackingWords.generic.after}
      </Text>
    </BlockStack>
  </Card>
);

function UnknownCodes({ unknown }: Pick<Props, "unknown">) {
  const says = trackingWords.unknown;
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {says.title}
          </Text>
          <Text as="p">{says.text}</Text>
        </BlockStack>
      </Box>
      <Table
        label={says.title}
        headings={[
          { title: says.columns.source },
          { title: says.columns.code },
          { title: says.columns.seen },
          { title: says.columns.last, named: true },
        ]}
        rows={unknown.map(({ id, source, code, seen, lastAt }) => ({
          id,
          cells: [
            trackingWords.sources[source] ?? source,
            <bdi key="code">{code}</bdi>,
            seen,
            <TimeText key="last" at={lastAt} />,
          ],
        }))}
      />
    </Card>
  );
}
