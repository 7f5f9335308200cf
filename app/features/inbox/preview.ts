/** How many characters of a message the list reads to show how it begins. */
export const PREVIEW_CHARACTERS = 160;

/** How a message begins, for the list: cut between words where there are some, and said to go on. */
export const previewOf = (begins: string): string =>
  [...begins].length < PREVIEW_CHARACTERS ? begins : `${begins.replace(/\s+\S{0,30}$/, "").trimEnd()}…`;
