import { Banner, BlockStack, Button, Card, InlineStack, Layout, List, Text } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { Page } from "~/ui/admin/page";
import { SaveBar } from "~/ui/admin/save-bar";
import { type Address, addressLines } from "~/values/address";
import { draftOf, type FieldProblems, type Settings, type SettingsDraft } from "../schema";
import { settingsSummary, staffWords as words } from "../words/staff";
import { AddressCard } from "./address-card";
import { InboxCard } from "./inbox-card";
import { MailCard } from "./mail-card";
import { ReturnsCard } from "./returns-card";

type Props = {
  settings: Settings;
  shopName: string;
  shopAddress: Address;
  /** what the server found wrong with the last try */
  problems: FieldProblems;
  /** somebody else saved since this was opened, so the last try was not kept */
  changedMeanwhile: boolean;
  saving: boolean;
  mayChange: boolean;
  onSave: (draft: SettingsDraft) => void;
};

/** What a card of the page needs: what is typed, how to change a part of it, and what is wrong. */
export type CardProps = {
  draft: SettingsDraft;
  change: (part: Partial<SettingsDraft>) => void;
  /** the sentence for a field's problem, or false */
  problem: (path: string) => string | false;
  disabled: boolean;
};

/** Every setting, with what it means in plain words beside it. */
export function SettingsPage({
  settings,
  shopName,
  shopAddress,
  problems,
  changedMeanwhile,
  saving,
  mayChange,
  onSave,
}: Props) {
  const saved = JSON.stringify(draftOf(settings));
  const [draft, setDraft] = useState<SettingsDraft>(() => JSON.parse(saved));
  // what somebody else saved never takes the place of what is being typed
  const keep = useRef(changedMeanwhile);
  keep.current = changedMeanwhile;
  useEffect(() => {
    if (!keep.current) setDraft(JSON.parse(saved));
  }, [saved]);
  const dirty = JSON.stringify(draft) !== saved;
  const card: CardProps = {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    problem: (path) => sentence(path, problems[path]),
    disabled: !mayChange || saving,
  };
  const knownAddress = addressLines(shopAddress);
  return (
    <Page title={words.title}>
      <SaveBar
        open={dirty && mayChange}
        saving={saving}
        labels={words}
        onSave={() => onSave(draft)}
        onDiscard={() => setDraft(JSON.parse(saved))}
      />
      <BlockStack gap="400">
        {!mayChange && <Banner>{words.readOnly}</Banner>}
        {changedMeanwhile && dirty && (
          <Banner tone="warning" title={words.meanwhile.title}>
            <p role="alert">{words.meanwhile.text}</p>
          </Banner>
        )}
        {Object.keys(problems).length > 0 && <Banner tone="critical">{words.notSaved}</Banner>}
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <ReturnsCard {...card} />
              <AddressCard {...card} shopAddress={knownAddress} />
              <MailCard {...card} shopName={shopName} />
              <div id="asking">
                <InboxCard {...card} />
              </div>
              <LookCard />
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">
              <Summary draft={draft} />
              <Privacy />
            </BlockStack>
          </Layout.Section>
        </Layout>
      </BlockStack>
    </Page>
  );
}

/** A field's own sentence where it has one; "needed" and "hard to read" say more than that. */
function sentence(path: string, problem: string | undefined): string | false {
  if (!problem) return false;
  return problem === "invalid"
    ? (words.problems[path] ?? words.problems.invalid ?? false)
    : (words.problems[problem] ?? words.problems.invalid ?? false);
}

const Summary = ({ draft }: { draft: SettingsDraft }) => (
  <Card>
    <BlockStack gap="200">
      <Text as="h2" variant="headingMd">
        {words.summary.title}
      </Text>
      <Text as="p" tone="subdued">
        {words.summary.text}
      </Text>
      <div aria-live="polite">
        <List>
          {settingsSummary(draft).map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      </div>
    </BlockStack>
  </Card>
);

const Privacy = () => (
  <Card>
    <BlockStack gap="200">
      <Text as="h2" variant="headingMd">
        {words.privacy.title}
      </Text>
      <Text as="p" tone="subdued">
        {words.privacy.text}
      </Text>
      <InlineStack>
        <Button url="/app/privacy">{words.privacy.link}</Button>
      </InlineStack>
    </BlockStack>
  </Card>
);

/** Where the look is decided. */
const LookCard = () => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {words.brand.title}
      </Text>
      <Text as="p">{words.brand.text}</Text>
      <InlineStack>
        <Button url="/app/settings/brand">{words.brand.open}</Button>
      </InlineStack>
    </BlockStack>
  </Card>
);
