import { BlockStack, Button, ButtonGroup, InlineStack } from "@shopify/polaris";
import { useMemo, useState } from "react";
import { staffWords } from "../words/staff";
import { templateWords } from "../words/templates-staff";

const words = { ...staffWords.one, ...staffWords.kind, ...templateWords.preview };

type View = "desktop" | "phone" | "text";
const WIDTH: Record<Exclude<View, "text">, number> = { desktop: 720, phone: 390 };
const POLICY = `<meta http-equiv="content-security-policy" content="default-src 'none'; img-src https: http:; style-src 'unsafe-inline'">`;

/** The mail as it is on light or dark ground, whatever the screen it is looked at on is set to. */
export function inMode(html: string, dark: boolean): string {
  return html
    .replaceAll("(prefers-color-scheme:dark)", dark ? "all" : "not all")
    .replaceAll("color-scheme:light dark", `color-scheme:${dark ? "dark" : "light"}`)
    .replace(/(name="(?:supported-)?color-schemes?" content=")light dark"/g, `$1${dark ? "dark" : "light"}"`)
    .replace("<head>", `<head>${POLICY}`);
}

/** A mail as it looks: in a frame of its own that runs no script and loads nothing but pictures. */
export function MailFrame({ html, text, title }: { html: string; text: string; title: string }) {
  const [view, setView] = useState<View>("desktop");
  const [isDark, setDark] = useState(false);
  const shown = useMemo(() => inMode(html, isDark), [html, isDark]);
  const choice = (one: View, label: string) => (
    <Button pressed={view === one} onClick={() => setView(one)}>
      {label}
    </Button>
  );
  return (
    <BlockStack gap="300">
      <InlineStack gap="200">
        <ButtonGroup variant="segmented">
          {choice("desktop", words.desktop)}
          {choice("phone", words.phone)}
          {choice("text", staffWords.one.text)}
        </ButtonGroup>
        <Button pressed={isDark} disabled={view === "text"} onClick={() => setDark(!isDark)}>
          {words.dark}
        </Button>
      </InlineStack>
      {view === "text" ? (
        <pre dir="auto" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere", margin: 0 }}>
          {text}
        </pre>
      ) : (
        <iframe
          title={title}
          sandbox=""
          srcDoc={shown}
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
