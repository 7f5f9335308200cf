import { Banner, BlockStack, Button, Card, Checkbox, FormLayout, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { Page } from "~/ui/admin/page";
import type { TextScreen } from "../change-texts.server";
import { staffWords } from "../words/staff";
import { textsStaffWords as words } from "../words/texts-staff";

type Props = TextScreen & {
  mayChange: boolean;
  busy: boolean;
  refused: boolean;
  onSave: (typed: Record<string, unknown>) => void;
};

/** The account for messages to phones, which news goes there, and what each takes and costs. */
export function AdminTexts({ mayChange, busy, refused, onSave, ...screen }: Props) {
  const { accountSid, from, segmentPrice, currency, enabled } = screen;
  const [typed, setTyped] = useState({ accountSid, from, segmentPrice, currency, enabled, authToken: "" });
  const [chosen, setChosen] = useState(() => screen.kinds.filter(({ on }) => on).map(({ key }) => key));
  const field = (name: "accountSid" | "authToken" | "from" | "segmentPrice" | "currency") => ({
    value: typed[name],
    onChange: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
    autoComplete: "off",
    disabled: !mayChange,
    maxLength: 60,
  });
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
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {words.account}
            </Text>
            <FormLayout>
              <TextField label={words.accountSid} {...field("accountSid")} />
              <TextField
                label={words.authToken}
                type="password"
                placeholder={screen.hasToken ? words.kept : ""}
                {...field("authToken")}
              />
              <TextField label={words.from} helpText={words.fromHelp} {...field("from")} />
              <FormLayout.Group condensed>
                <TextField label={words.price} helpText={words.priceHelp} {...field("segmentPrice")} />
                <TextField label={words.currency} {...field("currency")} />
              </FormLayout.Group>
              <TextField
                label={words.inbound}
                helpText={words.inboundHelp}
                value={screen.inboundUrl}
                readOnly
                autoComplete="off"
              />
              <Checkbox
                label={words.enabled}
                checked={typed.enabled}
                disabled={!mayChange}
                onChange={(on) => setTyped((before) => ({ ...before, enabled: on }))}
              />
            </FormLayout>
          </BlockStack>
        </Card>
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {words.kinds}
            </Text>
            {screen.kinds.map(({ key, text, cost }) => (
              <Checkbox
                key={key}
                label={staffWords.kinds[key] ?? key}
                helpText={<Sample text={text} cost={cost} currency={screen.currency} />}
                checked={chosen.includes(key)}
                disabled={!mayChange}
                onChange={(on) =>
                  setChosen((before) => (on ? [...before, key] : before.filter((one) => one !== key)))
                }
              />
            ))}
          </BlockStack>
        </Card>
        <div>
          <Button
            variant="primary"
            loading={busy}
            disabled={!mayChange}
            onClick={() => onSave({ ...typed, kinds: chosen })}
          >
            {words.save}
          </Button>
        </div>
      </BlockStack>
    </Page>
  );
}

type SampleProps = Pick<TextScreen["kinds"][number], "text" | "cost"> & { currency: string };

const Sample = ({ text, cost, currency }: SampleProps) => (
  <>
    <span style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
      <bdi>{text}</bdi>
    </span>
    <br />
    {words.size(cost.encoding, cost.units, cost.segments)}
    {cost.amount !== null && ` · ${cost.amount.toFixed(4)} ${currency}`}
  </>
);
