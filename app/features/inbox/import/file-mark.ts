/** How a file that lies elsewhere stands in its message's text: a line of its own, at the end. */
export const fileMark = (name: string): string => `\u{1F4CE} ${name}`;

/** The text once the file is here: without its line, the last one that names it. */
export function withoutMark(text: string, name: string): string {
  const lines = text.split("\n");
  const at = lines.lastIndexOf(fileMark(name));
  return at < 0 ? text : lines.toSpliced(at, 1).join("\n");
}
