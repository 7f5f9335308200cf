/** A text with a macro's words put in where the cursor is (null: at the end), as paragraphs of their own. */
export function withMacroAt(text: string, words: string, at: number | null): string {
  const place = Math.min(at ?? text.length, text.length);
  const [before, after] = [text.slice(0, place).trimEnd(), text.slice(place).trimStart()];
  return [before, words, after].filter((part) => part !== "").join("\n\n");
}
