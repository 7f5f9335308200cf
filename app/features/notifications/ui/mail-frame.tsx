import { BlockStack, Button, ButtonGroup } from "@shopify/polaris";
import { useState } from "react";
import { staffWords } from "../words/staff";

const words = { ...staffWords.one, ...staffWords.kind };

type View = "desktop" | "phone" | "text";
const WIDTH: Record<Exclude<View, "text">, number> = { desktop: 720, phone: 375 };

/** A mail as it looks: in a frame of its own that runs no script and loads nothing of ours. */
export function MailFrame({ html, text, title }: { html: string; text: string; title: string }) {
  const [view, setView] = useState<View>("desktop");
  const choice = (one: View, label: string) => (
    <Button pressed={view === one} onClick={() => setView(one)}>
      {label}
    </Button>
  );
  return (
    <BlockStack gap="300">
      <ButtonGroup variant="segmented">
        {choice("desktop", words.desktop)}
        {choice("phone", words.phone)}
        {choice("text", staffWords.one.text)}
      </ButtonGroup>
      {view === "text" ? (
        <pre dir="auto" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere", margin: 0 }}>
          {text}
        </pre>
      ) : (
        <iframe
          title={title}
          sandbox=""
          srcDoc={html}
          style={{
            inlineSize: WIDTH[view],
            maxInlineSize: "100%",
            blockSize: 720,
            border: "1px solid var(--p-color-border)",
            borderRadius: 8,
          }}
        />
      )}
    </BlockStack>
  );
}
