import {
  Badge,
  BlockStack,
  Box,
  Button,
  Card,
  Checkbox,
  FormLayout,
  InlineStack,
  Link,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import type { Settings } from "~/features/settings/schema";
import { Page } from "~/ui/admin/page";
import type { Group } from "../kind";
import { isGroupOn } from "../rules";
import type { KindsChange } from "../schema";
import { staffWords } from "../words/staff";
import { templateWords } from "../words/templates-staff";
import { PausedBanner } from "./paused-banner";

const words = staffWords.kindsPage;

export type KindRow = {
  key: string;
  group: Group;
  anytime: boolean;
  /** in how many languages the merchant has words of their own */
  edited: number;
  /** some of them could not be written */
  failed: boolean;
};
type Props = {
  kinds: KindRow[];
  settings: Settings["notifications"];
  mayChange: boolean;
  busy: boolean;
  onChange: (change: KindsChange) => void;
};

/** Every kind of message with its switch, and the rules for all of them. */
export function AdminKinds({ kinds, settings, mayChange, busy, onChange }: Props) {
  const groups: Group[] = ["order", "shipping", "returns", "questions"];
  return (
    <Page title={words.title} back={{ label: words.back, url: "/app/notifications" }}>
      <BlockStack gap="400">
        <PausedBanner paused={settings.paused} />
        {groups.map((group) => (
          <Card key={group} padding="0">
            <Box padding="400">
              <Text as="h2" variant="headingMd">
                {staffWords.groups[group]}
              </Text>
              {!isGroupOn(group, settings) && (
                <Text as="p" tone="subdued">
                  {words.groupOff}
                </Text>
              )}
            </Box>
            <ul className="admin-plain-list">
              {kinds
                .filter((kind) => kind.group === group)
                .map((kind) => (
                  <KindLine
                    key={kind.key}
                    kind={kind}
                    settings={settings}
                    disabled={!mayChange || busy}
                    onChange={onChange}
                  />
                ))}
            </ul>
          </Card>
        ))}
        <Rules settings={settings} disabled={!mayChange || busy} onChange={onChange} />
        <Card>
          <BlockStack gap="200">
            <Text as="h2" variant="headingMd">
              {words.flow.title}
            </Text>
            <Checkbox
              label={words.flow.on}
              helpText={words.flow.text}
              checked={settings.flow}
              disabled={!mayChange || busy}
              onChange={(on) => onChange({ do: "flow", on })}
            />
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
  );
}

type LineProps = Pick<Props, "settings" | "onChange"> & { kind: KindRow; disabled: boolean };

function KindLine({ kind, settings, disabled, onChange }: LineProps) {
  const { key, anytime } = kind;
  const name = staffWords.kinds[key] ?? key;
  const isOn = !settings.off.includes(key);
  const isPaused = settings.paused.includes(key);
  const named = (what: string) => `${what}: ${name}`;
  return (
    <li style={{ borderBlockStart: "1px solid var(--p-color-border)" }}>
      <Box padding="300" paddingInline="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <BlockStack gap="050">
            <InlineStack gap="200" blockAlign="center">
              <Link url={`/app/notifications/kinds/${key}`}>{name}</Link>
              {!isOn && <Badge>{words.off}</Badge>}
              {isPaused && <Badge tone="warning">{staffWords.reasons.paused ?? ""}</Badge>}
              {kind.edited > 0 && <Badge tone="info">{templateWords.kinds.edited(kind.edited)}</Badge>}
              {kind.failed && <Badge tone="critical">{templateWords.kinds.failed}</Badge>}
            </InlineStack>
            <Text as="span" variant="bodySm" tone="subdued">
              {anytime ? words.anytime : words.daytime}
            </Text>
          </BlockStack>
          <InlineStack gap="200">
            <Button
              size="slim"
              disabled={disabled}
              accessibilityLabel={named(isPaused ? staffWords.paused.resume : staffWords.paused.pause)}
              onClick={() => onChange({ do: isPaused ? "resume" : "pause", key })}
            >
              {isPaused ? staffWords.paused.resume : staffWords.paused.pause}
            </Button>
            <Button
              size="slim"
              disabled={disabled}
              accessibilityLabel={named(isOn ? words.switchOff : words.switchOn)}
              onClick={() => onChange({ do: isOn ? "off" : "on", key })}
            >
              {isOn ? words.switchOff : words.switchOn}
            </Button>
          </InlineStack>
        </InlineStack>
      </Box>
    </li>
  );
}

type RulesProps = Pick<Props, "settings" | "onChange"> & { disabled: boolean };

function Rules({ settings, disabled, onChange }: RulesProps) {
  const [isQuiet, setQuiet] = useState(settings.quiet !== null);
  const [from, setFrom] = useState(settings.quiet?.from ?? "21:00");
  const [to, setTo] = useState(settings.quiet?.to ?? "08:00");
  const [most, setMost] = useState(String(settings.mostADay));
  const save = () => onChange({ do: "rules", quiet: isQuiet ? { from, to } : null, mostADay: Number(most) });
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.quiet.title}
        </Text>
        <Checkbox
          label={words.quiet.on}
          helpText={words.quiet.text}
          checked={isQuiet}
          onChange={setQuiet}
          disabled={disabled}
        />
        {isQuiet && (
          <FormLayout>
            <FormLayout.Group>
              <TextField
                type="time"
                label={words.quiet.from}
                value={from}
                onChange={setFrom}
                autoComplete="off"
                disabled={disabled}
              />
              <TextField
                type="time"
                label={words.quiet.to}
                value={to}
                onChange={setTo}
                autoComplete="off"
                disabled={disabled}
              />
            </FormLayout.Group>
          </FormLayout>
        )}
        <Text as="h2" variant="headingMd">
          {words.most.title}
        </Text>
        <TextField
          type="number"
          min={1}
          max={50}
          label={words.most.label}
          helpText={words.most.text}
          value={most}
          onChange={setMost}
          autoComplete="off"
          disabled={disabled}
        />
        <InlineStack>
          <Button variant="primary" onClick={save} disabled={disabled}>
            {words.save}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
