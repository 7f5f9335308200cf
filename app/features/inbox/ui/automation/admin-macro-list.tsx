import { Banner, BlockStack, Box, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { EmptyState } from "~/ui/admin/empty-state";
import { Page } from "~/ui/admin/page";
import { Table } from "~/ui/admin/table";
import { matching } from "../../automation/match-macro";
import { actionText, languageName } from "../../automation/sentence";
import type { MacroRow } from "../../macro-queries.server";
import { automationWords } from "../../words/staff-automation";
import { startingMacros } from "../../words/starting-automation";
import { backToInboxSettings } from "../admin-inbox-settings";

const words = automationWords.macros;

type Props = { macros: MacroRow[]; mayChange: boolean };

/** The shop's macros, found by their names as they are typed. */
export function AdminMacroList({ macros, mayChange }: Props) {
  const [typed, setTyped] = useState("");
  const shown = typed.trim() === "" ? macros : matching(macros, typed);
  return (
    <Page
      title={words.title}
      subtitle={words.lead}
      back={backToInboxSettings}
      primary={mayChange ? { label: words.add, url: "/app/settings/macros/new" } : null}
      secondary={[{ label: automationWords.rules.link, url: "/app/settings/rules" }]}
    >
      <BlockStack gap="400">
        {!mayChange && <Banner>{words.readOnly}</Banner>}
        <Card padding="0">
          {macros.length === 0 ? (
            <Starters mayChange={mayChange} />
          ) : (
            <>
              <Box padding="300">
                <TextField
                  label={words.search}
                  labelHidden
                  placeholder={words.search}
                  value={typed}
                  onChange={setTyped}
                  clearButton
                  onClearButtonClick={() => setTyped("")}
                  autoComplete="off"
                />
              </Box>
              {shown.length === 0 ? (
                <Box padding="400">
                  <Text as="p">{words.notFound}</Text>
                </Box>
              ) : (
                <Macros macros={shown} />
              )}
            </>
          )}
        </Card>
      </BlockStack>
    </Page>
  );
}

const Macros = ({ macros }: { macros: MacroRow[] }) => (
  <Table
    label={words.label}
    headings={[
      { title: words.columns.name },
      { title: words.columns.languages, named: true },
      { title: words.columns.actions, named: true },
      { title: words.columns.uses, named: true, end: true },
    ]}
    rows={macros.map(({ id, name, languages, actions, uses }) => ({
      id,
      url: `/app/settings/macros/${id}`,
      cells: [
        name,
        languages.map(languageName).join(", ") || words.noWords,
        actions.map((one) => actionText(one, { macros: new Map() })).join(", ") || "—",
        words.uses(uses),
      ],
    }))}
  />
);

const Starters = ({ mayChange }: { mayChange: boolean }) => (
  <Box paddingBlockEnd="800" paddingInline="400">
    <EmptyState title={words.none.title} text={words.none.text} />
    {mayChange && (
      <InlineStack gap="300" align="center">
        {Object.entries(startingMacros).map(([key, { name }]) => (
          <Button
            key={key}
            url={`/app/settings/macros/new?from=${key}`}
            accessibilityLabel={words.begin(name)}
          >
            {name}
          </Button>
        ))}
      </InlineStack>
    )}
  </Box>
);
