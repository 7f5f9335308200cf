import { BlockStack, Button, Card, Checkbox, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { direction, LOCALES, type Locale } from "~/platform/i18n/locales";
import type { Look } from "../brand-schema";
import { brandWords as words } from "../words/brand-staff";
import type { LookCardProps } from "./brand-page";

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

/** What stands below every mail: the merchant's own lines, the address, and links. */
export function FooterCard({ look, change, disabled }: LookCardProps) {
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
