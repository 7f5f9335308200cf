/** What pasting or dropping hands over. */
type Handed = Pick<DataTransfer, "files" | "types">;

/** Files that were pasted or dropped; text that was copied with a picture of it (a spreadsheet's cells) stays text. */
export function filesIn(handed: Handed | null): File[] {
  if (!handed || handed.types.includes("text/plain")) return [];
  return [...handed.files];
}

/** Is this a picture by what the browser says of it? The server looks for itself. */
export const looksLikePicture = ({ type }: Pick<File, "type">): boolean => type.startsWith("image/");

/** A text with words put in at a place; beyond its end they come last. */
export const withWordsAt = (text: string, words: string, at: number | null): string => {
  const place = Math.min(at ?? text.length, text.length);
  return text.slice(0, place) + words + text.slice(place);
};
