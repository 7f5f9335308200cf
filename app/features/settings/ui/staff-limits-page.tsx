import {
  Banner,
  BlockStack,
  Box,
  Button,
  Card,
  InlineStack,
  Layout,
  List,
  Select,
  Text,
} from "@shopify/polaris";
import { useEffect, useState } from "react";
import { Page } from "~/ui/admin/page";
import { useReader } from "~/ui/admin/reader";
import { SaveBar } from "~/ui/admin/save-bar";
import { formatMoney } from "~/values/money";
import type { StaffLimitsView } from "../queries.server";
import { type LimitProblems, type LimitsForm, readAmount } from "../staff-limits";
import { limitsSummary, limitWords as words } from "../words/staff-limits";
import { LimitField } from "./limit-field";

type Props = StaffLimitsView & {
  /** do their permissions let them change it? */
  full: boolean;
  saving: boolean;
  /** what the server found wrong with the last try */
  problems: LimitProblems;
  onSave: (form: LimitsForm) => void;
};

/** Who may pay out how much: everybody, and people with a limit of their own. */
export function StaffLimitsPage({
  currency,
  form,
  people,
  unlimited,
  full,
  saving,
  problems,
  onSave,
}: Props) {
  const saved = JSON.stringify(form);
  const [draft, setDraft] = useState<LimitsForm>(form);
  useEffect(() => setDraft(JSON.parse(saved)), [saved]);
  const mayChange = full && unlimited;
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? id;
  const field = { currency, disabled: !mayChange || saving };
  const wrong = (whose: string, typed: string | null) =>
    problems.includes(whose) && typed !== null && readAmount(typed, currency) === undefined;
  const setLimit = (staffId: string, limit: string | null) =>
    setDraft({
      ...draft,
      people: draft.people.map((one) => (one.staffId === staffId ? { staffId, limit } : one)),
    });
  return (
    <Page title={words.title} subtitle={words.lead} back={{ label: words.back, url: "/app/settings" }}>
      <SaveBar
        open={JSON.stringify(draft) !== saved && mayChange}
        saving={saving}
        labels={words}
        onSave={() => onSave(draft)}
        onDiscard={() => setDraft(JSON.parse(saved))}
      />
      <BlockStack gap="400">
        {!mayChange && <Banner>{full ? words.limited : words.readOnly}</Banner>}
        {problems.length > 0 && (
          <Banner tone="critical">
            <p role="alert">{words.notSaved}</p>
          </Banner>
        )}
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <Card>
                <BlockStack gap="300">
                  <Heading title={words.everybody.title} text={words.everybody.help} />
                  <LimitField
                    {...field}
                    label={words.everybody.choice}
                    amountLabel={words.amount}
                    value={draft.everybody}
                    wrong={wrong("everybody", draft.everybody)}
                    onChange={(everybody) => setDraft({ ...draft, everybody })}
                  />
                </BlockStack>
              </Card>
              <Card>
                <BlockStack gap="400">
                  <Heading title={words.people.title} text={words.people.text} />
                  {draft.people.length === 0 && <Text as="p">{words.people.none}</Text>}
                  {draft.people.map(({ staffId, limit }) => (
                    <Box key={staffId} borderBlockEndWidth="025" borderColor="border" paddingBlockEnd="400">
                      <BlockStack gap="200">
                        <InlineStack align="space-between" blockAlign="center" gap="200">
                          <Text as="h3" variant="headingSm">
                            <bdi>{nameOf(staffId)}</bdi>
                          </Text>
                          <Button
                            variant="plain"
                            tone="critical"
                            accessibilityLabel={words.people.removeOf(nameOf(staffId))}
                            disabled={field.disabled}
                            onClick={() =>
                              setDraft({
                                ...draft,
                                people: draft.people.filter((one) => one.staffId !== staffId),
                              })
                            }
                          >
                            {words.people.remove}
                          </Button>
                        </InlineStack>
                        <LimitField
                          {...field}
                          label={words.howMuch(nameOf(staffId))}
                          labelHidden
                          amountLabel={words.amountOf(nameOf(staffId))}
                          value={limit}
                          wrong={wrong(staffId, limit)}
                          onChange={(next) => setLimit(staffId, next)}
                        />
                      </BlockStack>
                    </Box>
                  ))}
                  <AddPerson
                    choices={people.filter((one) => !draft.people.some(({ staffId }) => staffId === one.id))}
                    disabled={field.disabled}
                    onAdd={(staffId) =>
                      setDraft({ ...draft, people: [...draft.people, { staffId, limit: draft.everybody }] })
                    }
                  />
                </BlockStack>
              </Card>
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <Summary draft={draft} currency={currency} nameOf={nameOf} />
          </Layout.Section>
        </Layout>
      </BlockStack>
    </Page>
  );
}

const Heading = ({ title, text }: { title: string; text: string }) => (
  <BlockStack gap="100">
    <Text as="h2" variant="headingMd">
      {title}
    </Text>
    <Text as="p" tone="subdued">
      {text}
    </Text>
  </BlockStack>
);

type AddProps = {
  choices: { id: string; name: string }[];
  disabled: boolean;
  onAdd: (staffId: string) => void;
};

/** Picking a name adds it: there is nothing else to decide before. */
function AddPerson({ choices, disabled, onAdd }: AddProps) {
  if (choices.length === 0)
    return (
      <Text as="p" tone="subdued">
        {words.people.nobody}
      </Text>
    );
  return (
    <Select
      label={words.people.add}
      value=""
      disabled={disabled}
      options={[
        { label: words.people.choose, value: "" },
        ...choices.map(({ id, name }) => ({ label: name, value: id })),
      ]}
      onChange={(id) => id && onAdd(id)}
    />
  );
}

type SummaryProps = { draft: LimitsForm; currency: string; nameOf: (id: string) => string };

/** What is typed so far, in plain words. */
function Summary({ draft, currency, nameOf }: SummaryProps) {
  const { locale } = useReader();
  const read = (typed: string | null) => (typed === null ? null : readAmount(typed, currency));
  const lines = limitsSummary(
    read(draft.everybody),
    draft.people.map(({ staffId, limit }) => ({ name: nameOf(staffId), limit: read(limit) })),
    (minor) => formatMoney({ amount: BigInt(minor), currency }, locale),
  );
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {words.summary.title}
        </Text>
        <div aria-live="polite" suppressHydrationWarning>
          <List>
            {lines.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        </div>
      </BlockStack>
    </Card>
  );
}
