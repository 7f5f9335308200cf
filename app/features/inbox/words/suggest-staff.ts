/** What staff read of what is suggested to them. */
export const suggestWords = {
  /** words of the shopper that speak for it */
  because: (words: readonly string[]) => `because of ${words.join(", ")}`,
  tag: (tag: string) => `+ ${tag}`,
  addTag: (tag: string, because: string) => `Add the suggested tag ${tag}, ${because}`,
  tags: "Suggested tags",
  macro: (name: string) => `Suggested: ${name}`,
  insertMacro: (name: string, because: string) => `Insert the suggested macro ${name}, ${because}`,
};
