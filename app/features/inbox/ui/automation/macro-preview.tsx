import { BlockStack, Card, Select, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { PreviewChoice } from "../../macro-queries.server";
import { ticketName } from "../../threading";
import { automationWords } from "../../words/staff-automation";

const words = automationWords.macro;
const AFTER_MS = 400;

export type Preview = { text: string; blanks: string[] };

type Props = {
  text: string;
  locale: string;
  conversations: readonly PreviewChoice[];
};

/** What a macro's words become in one of the shop's conversations, while they are being typed. */
export function MacroPreview({ text, locale, conversations }: Props) {
  const [chosen, setChosen] = useState(conversations[0]?.id ?? "");
  const preview = usePreview(text, locale, chosen);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.preview}
        </Text>
        {conversations.length === 0 ? (
          <Text as="p" tone="subdued">
            {words.previewNone}
          </Text>
        ) : (
          <>
            <Select
              label={words.previewOf}
              options={conversations.map(({ id, number, name, email }) => ({
                value: id,
                label: [number === null ? null : ticketName(number), name ?? email]
                  .filter(Boolean)
                  .join(" · "),
              }))}
              value={chosen}
              onChange={setChosen}
            />
            <div aria-live="polite">
              {text.trim() === "" || preview?.text === "" ? (
                <Text as="p" tone="subdued">
                  {words.previewEmpty}
                </Text>
              ) : (
                preview && (
                  <BlockStack gap="200">
                    <div className="admin-message-text admin-preview" dir="auto">
                      {preview.text}
                    </div>
                    {preview.blanks.length > 0 && (
                      <Text as="p" tone="subdued">
                        {words.blanks(preview.blanks.join(", "))}
                      </Text>
                    )}
                  </BlockStack>
                )
              )}
            </div>
          </>
        )}
      </BlockStack>
    </Card>
  );
}

/** What the server makes of it, a moment after the last letter; what cannot be written leaves the last that could. */
function usePreview(text: string, locale: string, conversationId: string): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => {
    if (conversationId === "" || text.trim() === "") return;
    let isWanted = true;
    const timer = setTimeout(async () => {
      const answer = await fetch("/app/settings/macros/preview", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ text, locale, conversationId }),
      }).catch(() => null);
      const said = answer?.ok ? ((await answer.json().catch(() => null)) as Preview | null) : null;
      if (isWanted && said) setPreview(said);
    }, AFTER_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text, locale, conversationId]);
  return preview;
}
