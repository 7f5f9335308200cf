import { renderToStaticMarkup } from "react-dom/server";
import { type Choice, Choices } from "./choices";
import { type Brand, Letter } from "./letter";
import {
  Button,
  Heading,
  type ItemRow,
  Items,
  LetterLink,
  Panel,
  Paragraph,
  Quiet,
  Sums,
} from "./letter-parts";

/** What a mail says, once: its HTML and its plain text are both made from this, so they cannot differ. */
export type Block =
  | { kind: "paragraph"; text: string }
  | { kind: "quiet"; text: string }
  | { kind: "heading"; text: string }
  | { kind: "button"; text: string; href: string }
  | { kind: "link"; text: string; href: string }
  | { kind: "panel"; lines: string[] }
  | { kind: "items"; items: ItemRow[] }
  | { kind: "sums"; rows: { label: string; amount: string }[] }
  /** ways to answer with one click */
  | { kind: "choices"; choices: Choice[] }
  /** words in HTML that was made safe, and as text */
  | { kind: "rich"; html: string; text: string };

export type LetterContent = {
  subject: string;
  /** what inboxes show beside the subject */
  preview: string;
  title: string;
  blocks: Block[];
  footer: string[];
  /** schema.org data for mail programs */
  markup?: object | null;
};

export type LetterFrame = { brand: Brand; lang: string; dir: "ltr" | "rtl" };

/** The mail's two bodies. */
export function renderLetter(content: LetterContent, frame: LetterFrame): { html: string; text: string } {
  const html = renderToStaticMarkup(
    <Letter
      {...frame}
      preview={content.preview}
      markup={content.markup ?? null}
      title={content.title}
      footer={content.footer.map((line) => <div key={line}>{line}</div>)}
    >
      {content.blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
        <BlockView key={at} block={block} colour={frame.brand.colour} />
      ))}
    </Letter>,
  );
  const { footer = [], links = [] } = frame.brand;
  const below = [...content.footer, ...footer, ...links.map(({ label, url }) => `${label}: ${url}`)];
  const text = [content.title, ...content.blocks.map(blockText), "-- ", below.join("\n")]
    .filter((part) => part !== "")
    .join("\n\n");
  return { html: `<!doctype html>${html}`, text };
}

function BlockView({ block, colour }: { block: Block; colour: string }) {
  switch (block.kind) {
    case "paragraph":
      return <Paragraph>{block.text}</Paragraph>;
    case "quiet":
      return <Quiet>{block.text}</Quiet>;
    case "heading":
      return <Heading>{block.text}</Heading>;
    case "button":
      return (
        <Button href={block.href} colour={colour}>
          {block.text}
        </Button>
      );
    case "link":
      return (
        <LetterLink href={block.href} colour={colour}>
          {block.text}
        </LetterLink>
      );
    case "panel":
      return (
        <Panel>
          {block.lines.map((line) => (
            <div key={line}>
              <bdi>{line}</bdi>
            </div>
          ))}
        </Panel>
      );
    case "items":
      return <Items items={block.items} />;
    case "sums":
      return <Sums rows={block.rows} />;
    case "choices":
      return <Choices choices={block.choices} colour={colour} />;
    case "rich":
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made safe where it was written
      return <div className="ink" dangerouslySetInnerHTML={{ __html: block.html }} />;
  }
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${block.text}\n${"-".repeat(Math.min(block.text.length, 40))}`;
    case "button":
    case "link":
      return `${block.text}:\n${block.href}`;
    case "panel":
      return block.lines.map((line) => `  ${line}`).join("\n");
    case "items":
      return block.items
        .map(({ title, detail, amount }) => [`* ${title}`, detail, amount].filter(Boolean).join("\n  "))
        .join("\n");
    case "sums":
      return block.rows.map(({ label, amount }) => `${label}: ${amount}`).join("\n");
    case "choices":
      return block.choices.map(({ text, href }) => `${text}:\n${href}`).join("\n");
    default:
      return block.text;
  }
}
