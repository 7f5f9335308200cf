import {
  BlockStack,
  Button,
  Collapsible,
  FormLayout,
  InlineStack,
  Select,
  TextField,
} from "@shopify/polaris";
import { useId, useState } from "react";
import { LOCALES, type Locale } from "~/platform/i18n/locales";
import type { Question } from "../../policy-schema";
import { isTranslated, translated } from "../../question-texts";
import { policyWords } from "../../words/policy-staff";

const words = policyWords.fields.translations;
const names = new Intl.DisplayNames("en", { type: "language" });
const nameOf = (locale: Locale) => names.of(locale) ?? locale;

type Props = { question: Question; set: (part: Partial<Question>) => void; disabled: boolean };

/** What a question says to shoppers who read another language: one language at a time. */
export function Translations({ question, set, disabled }: Props) {
  const [open, setOpen] = useState(false);
  const [locale, setLocale] = useState<Locale>("de");
  const id = useId();
  const done = LOCALES.filter((one) => isTranslated(question, one)).length;
  const choices = question.kind === "choice" ? question.choices : [];
  return (
    <BlockStack gap="300">
      <InlineStack>
        <Button
          variant="plain"
          disclosure={open ? "up" : "down"}
          ariaExpanded={open}
          ariaControls={id}
          onClick={() => setOpen(!open)}
        >
          {words.title(done, LOCALES.length)}
        </Button>
      </InlineStack>
      <Collapsible id={id} open={open}>
        <FormLayout>
          <Select
            label={words.language}
            helpText={words.help}
            options={LOCALES.map((one) => ({
              value: one,
              label: isTranslated(question, one) ? nameOf(one) : words.missing(nameOf(one)),
            }))}
            value={locale}
            onChange={(one) => setLocale(one as Locale)}
          />
          <div lang={locale} className="admin-own-direction">
            <FormLayout>
              <TextField
                label={words.question(nameOf(locale))}
                value={question.translations[locale] ?? ""}
                placeholder={question.text}
                onChange={(text) => set({ translations: translated(question, locale, text).translations })}
                maxLength={300}
                autoComplete="off"
                disabled={disabled}
              />
              {choices.map((choice) => (
                <TextField
                  key={choice.id}
                  label={words.choice(choice.text, nameOf(locale))}
                  value={choice.translations[locale] ?? ""}
                  placeholder={choice.text}
                  onChange={(text) =>
                    set({
                      choices: question.choices.map((one) =>
                        one.id === choice.id ? translated(one, locale, text) : one,
                      ),
                    })
                  }
                  maxLength={120}
                  autoComplete="off"
                  disabled={disabled}
                />
              ))}
            </FormLayout>
          </div>
        </FormLayout>
      </Collapsible>
    </BlockStack>
  );
}
