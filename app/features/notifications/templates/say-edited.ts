import type { Block } from "~/ui/mail/render-letter";
import type { Kind, Occasion, Said } from "../kind";
import { orderButton } from "../parts";
import { Part, render } from "./liquid";
import { richBlocks } from "./rich-text";
import { ownWords, type Parts, partsOf } from "./shown-parts";
import type { EditedText } from "./text";
import { variablesOf } from "./variables";

/** What a template may name: the variables, and the parts, each as nothing where it has nothing to show. */
export function scopeOf(kind: Kind, occasion: Occasion): { scope: Record<string, unknown>; parts: Parts } {
  const standard = kind.say(occasion);
  const variables = variablesOf(kind, occasion, standard);
  const designed = partsOf(kind, occasion);
  const parts: Parts = {
    ...designed,
    standard_text: ownWords(standard, designed, String(variables.greeting)),
    button: standard.blocks.filter(({ kind: one }) => one === "button"),
  };
  const named = Object.entries(parts).map(([name, blocks]) => [
    name,
    blocks.length > 0 ? new Part(name) : null,
  ]);
  return { scope: { ...variables, ...Object.fromEntries(named) }, parts };
}

/**
 * What a kind says in a merchant's words. Throws, as `problemOf` reads it, when they cannot be written of this
 * occasion.
 */
export function sayEdited(
  { subject, preview, title, body }: EditedText,
  kind: Kind,
  occasion: Occasion,
): Said {
  const { scope, parts } = scopeOf(kind, occasion);
  // Only what breaks lines or is typed to lay out the template: other spaces belong to the words.
  const line = (source: string) =>
    render(source, "text", scope)
      .replace(/[\p{Cc}\p{Zl}\p{Zp} ]+/gu, " ")
      .trim();
  const blocks = richBlocks(render(body, "html", scope), (mark) => drawn(mark, parts, occasion));
  const said = { subject: line(subject), preview: line(preview), title: line(title), blocks };
  if (said.subject === "") throw new Error("the subject is empty");
  if (blocks.length === 0) throw new Error("the text is empty");
  return said;
}

function drawn(mark: string, parts: Parts, occasion: Occasion): Block[] {
  if (!mark.startsWith("button ")) return parts[mark] ?? [];
  const [label, href] = JSON.parse(mark.slice("button ".length)) as [string, string];
  const plain = orderButton(occasion, label);
  return [href.startsWith("https://") && plain.kind === "button" ? { ...plain, href } : plain];
}
