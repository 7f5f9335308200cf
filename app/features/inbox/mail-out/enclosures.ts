/** The most files that go with one answer. */
export const MOST_ENCLOSED = 10;
/** The largest of them, in bytes: as much as one file may have that we keep. */
export const MOST_ENCLOSED_FILE_BYTES = 10 * 1024 * 1024;
/**
 * What they may weigh together, in bytes. Mail servers commonly take 25 MB, and a mail's transfer encoding makes three
 * bytes four, in lines (RFC 2045 §6.8).
 */
export const MOST_ENCLOSED_BYTES = 18 * 1024 * 1024;

/** A part of an answer as it is shown: words, or a picture among them. */
export type TextPart<Picture> = { text: string; picture: null } | { text: null; picture: Picture };

/** How a picture stands in a text while it is plain. */
export const pictureMark = (name: string): string => `[${name}]`;

/**
 * An answer's text with its pictures in their places: each where its mark stands first. One whose mark was taken out
 * comes after the text. Pure; the text between is left as it is.
 */
export function textParts<Picture extends { name: string }>(
  text: string,
  pictures: readonly Picture[],
): TextPart<Picture>[] {
  const placed = pictures
    .map((picture) => ({
      picture,
      mark: pictureMark(picture.name),
      at: text.indexOf(pictureMark(picture.name)),
    }))
    .sort((one, other) => one.at - other.at);
  const parts: TextPart<Picture>[] = [];
  let from = 0;
  for (const { picture, mark, at } of placed) {
    if (at < 0) continue;
    parts.push({ text: text.slice(from, at), picture: null }, { text: null, picture });
    from = at + mark.length;
  }
  parts.push({ text: text.slice(from), picture: null });
  for (const { picture, at } of placed) if (at < 0) parts.push({ text: null, picture });
  return parts.filter((part) => part.picture !== null || part.text !== "");
}

/** A text without a picture's marks; where one stood on a line of its own, that goes with it. */
export function withoutMark(text: string, name: string): string {
  const mark = pictureMark(name);
  const lines = text.split("\n").filter((line) => line.trim() !== mark);
  return lines.map((line) => line.replaceAll(mark, "")).join("\n");
}

/** A name that no other file of the draft has: "label.png", "label-2.png". A mark could not end a bracket early. */
export function nameAmong(given: string, taken: readonly string[]): string {
  const name = given.replace(/[[\]]/g, "-");
  const [, stem = name, ending = ""] = /^(.+?)(\.[^.]+)?$/.exec(name) ?? [];
  let free = name;
  for (let at = 2; taken.includes(free); at++) free = `${stem}-${at}${ending}`;
  return free;
}
