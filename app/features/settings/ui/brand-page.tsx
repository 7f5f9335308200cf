import { BlockStack, Button, Card, Checkbox, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { direction, LOCALES, type Locale } from "~/platform/i18n/locales";
import { Page } from "~/ui/admin/page";
import { FONT_NAMES, FONTS, type Font, type Look } from "../brand-schema";
import { brandWords as words } from "../words/brand-staff";
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

type CardProps = { look: Look; change: (part: Partial<Look>) => void; disabled: boolean };

/** How the shop's mails look: logo, font and footer. */
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

const FontCard = ({ look, change, disabled }: CardProps) => (
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

const names = new Intl.DisplayNames("en", { type: "language" });
const nameOf = (locale: Locale) => names.of(locale) ?? locale;

type Footer = Look["footer"];
type LinesProps = { footer: Footer; set: (part: Partial<Footer>) => void; disabled: boolean };

/** The merchant's own lines: for every language, and for those that have their own, one at a time. */
function FooterLines({ footer, set, disabled }: LinesProps) {
  const [locale, setLocale] = useState<Locale | null>(null);
  const { text, translations } = footer;
  const labelOf = (one: Locale) => (translations[one] ? words.footer.ownText(nameOf(one)) : nameOf(one));
  return (
    <>
      <Select
        label={words.footer.language}
        helpText={words.footer.languageHelp}
        value={locale ?? ""}
        onChange={(one) => setLocale(LOCALES.find((known) => known === one) ?? null)}
        options={[
          { value: "", label: words.footer.everyLanguage },
          ...LOCALES.map((value) => ({ value, label: labelOf(value) })),
        ]}
      />
      <div dir={locale ? direction(locale) : undefined} lang={locale ?? undefined}>
        <TextField
          label={words.footer.text}
          helpText={words.footer.textHelp}
          value={locale ? (translations[locale] ?? "") : text}
          placeholder={locale ? text : ""}
          onChange={(typed) =>
            set(locale ? { translations: { ...translations, [locale]: typed } } : { text: typed })
          }
          multiline={3}
          maxLength={600}
          autoComplete="off"
          disabled={disabled}
        />
      </div>
    </>
  );
}

function FooterCard({ look, change, disabled }: CardProps) {
  const { footer } = look;
  const set = (part: Partial<Look["footer"]>) => change({ footer: { ...footer, ...part } });
  const setLink = (at: number, part: Partial<Look["footer"]["links"][number]>) =>
    set({ links: footer.links.map((link, one) => (one === at ? { ...link, ...part } : link)) });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.footer.title}
        </Text>
        <FooterLines footer={footer} set={set} disabled={disabled} />
        <Checkbox
          label={words.footer.address}
          checked={footer.address}
          onChange={(address) => set({ address })}
          disabled={disabled}
        />
        <Text as="h3" variant="headingSm">
          {words.footer.links}
        </Text>
        <Text as="p" tone="subdued">
          {words.footer.linksHelp}
        </Text>
        {footer.links.map((link, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: links are told apart by their place only
          <InlineStack key={at} gap="200" blockAlign="end" wrap={false}>
            <TextField
              label={words.footer.label}
              value={link.label}
              onChange={(label) => setLink(at, { label })}
              maxLength={30}
              autoComplete="off"
              disabled={disabled}
            />
            <TextField
              type="url"
              label={words.footer.url}
              value={link.url}
              onChange={(url) => setLink(at, { url })}
              maxLength={500}
              autoComplete="off"
              disabled={disabled}
            />
            <Button
              onClick={() => set({ links: footer.links.filter((_, one) => one !== at) })}
              disabled={disabled}
              accessibilityLabel={words.footer.remove(link.label)}
            >
              ×
            </Button>
          </InlineStack>
        ))}
        <InlineStack>
          <Button
            onClick={() => set({ links: [...footer.links, { label: "", url: "https://" }] })}
            disabled={disabled || footer.links.length >= 6}
          >
            {words.footer.add}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
