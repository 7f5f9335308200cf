import { Part, render } from "~/platform/liquid/liquid";
import type { Block } from "~/ui/mail/render-letter";
import type { Kind, Occasion, Said } from "../kind";
import { orderButton } from "../parts";
import { type Makers, onDemand } from "./on-demand";
import { richBlocks } from "./rich-text";
import { ownWords, type Parts, partsOf } from "./shown-parts";
import type { EditedText } from "./text";
import { greetingText, variablesOf } from "./variables";

/** All that a template of a kind may name, and the parts among it, each as nothing where it has nothing to show. */
export function scopeOf(
  kind: Kind,
  occasion: Occasion,
): { scope: Readonly<Record<string, unknown>>; parts: Parts } {
  const said = onDemand({ standard: () => kind.say(occasion) });
  const standard = () => said.standard as Said;
  const makers = partsOf(kind, occasion);
  const designed = onDemand(makers);
  const own = onDemand<Block[]>({
    standard_text: () => ownWords(standard(), designed, greetingText(occasion)),
    button: () => standard().blocks.filter((block) => block.kind === "button"),
  });
  const blocksOf = (name: string): Block[] => designed[name] ?? own[name] ?? [];
  const names = [...Object.keys(makers), ...Object.keys(own)];
  const parts = onDemand(makersOf(names, blocksOf));
  const scope = onDemand<unknown>({
    ...variablesOf(kind, occasion, standard),
    ...makersOf(names, (name) => (blocksOf(name).length > 0 ? new Part(name) : null)),
  });
  return { scope, parts };
}

const makersOf = <T>(names: readonly string[], make: (name: string) => T): Makers<T> =>
  Object.fromEntries(names.map((name) => [name, () => make(name)]));

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
