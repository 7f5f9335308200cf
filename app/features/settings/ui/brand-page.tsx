import { BlockStack, Button, Card, InlineStack, Select, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { Page } from "~/ui/admin/page";
import { FONT_NAMES, FONTS, type Font, type Look } from "../brand-schema";
import { brandWords as words } from "../words/brand-staff";
import { ColourCard } from "./colour-card";
import { FooterCard } from "./footer-card";
import { LogoCard, type LogoSide } from "./logo-card";

type Props = {
  look: Look;
  shopName: string;
  /** where each logo can be seen */
  logos: Record<LogoSide, string | null>;
  problem: string | null;
  mayChange: boolean;
  busy: boolean;
  onSave: (look: Look) => void;
  onUpload: (side: LogoSide, file: File) => void;
  onRemove: (side: LogoSide) => void;
};

export type LookCardProps = { look: Look; change: (part: Partial<Look>) => void; disabled: boolean };

/** How the shop looks: its colour, in mails and on the storefront; the logo, font and footer of its mails. */
export function BrandPage(props: Props) {
  const { mayChange, busy, problem, logos } = props;
  const saved = JSON.stringify(props.look);
  const [look, setLook] = useState<Look>(props.look);
  useEffect(() => setLook(JSON.parse(saved)), [saved]);
  const change = (part: Partial<Look>) => setLook((before) => ({ ...before, ...part }));
  const card = { look, change, disabled: !mayChange };
  return (
    <Page title={words.title} back={{ label: words.back, url: "/app/settings" }}>
      <BlockStack gap="400">
        <LogoCard
          logos={logos}
          shopName={props.shopName}
          {...card}
          busy={busy}
          onUpload={props.onUpload}
          onRemove={props.onRemove}
        />
        <ColourCard {...card} />
        <FontCard {...card} />
        <FooterCard {...card} />
        {problem && (
          <Text as="p" tone="critical">
            {problem}
          </Text>
        )}
        <InlineStack gap="300">
          <Button variant="primary" disabled={!mayChange} loading={busy} onClick={() => props.onSave(look)}>
            {words.save}
          </Button>
          <Button url="/app/notifications/kinds/orderConfirmed">{words.preview}</Button>
        </InlineStack>
      </BlockStack>
    </Page>
  );
}

const FontCard = ({ look, change, disabled }: LookCardProps) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {words.font.title}
      </Text>
      <Select
        label={words.font.label}
        helpText={words.font.help}
        value={look.font}
        disabled={disabled}
        onChange={(font) => change({ font: font as Font })}
        options={FONT_NAMES.map((value) => ({ value, label: words.font.names[value] }))}
      />
      <p style={{ fontFamily: FONTS[look.font], fontSize: 16 }}>{words.font.sample}</p>
    </BlockStack>
  </Card>
);
