/**
 * Macros whose names hold every word that was typed, from the beginning of a word on; those that begin with it
 * first, then the most used.
 */
export function matching<T extends { name: string; uses: number }>(macros: readonly T[], typed: string): T[] {
  const words = folded(typed).split(" ").filter(Boolean);
  return macros
    .map((macro) => ({ macro, name: ` ${folded(macro.name)}` }))
    .filter(({ name }) => words.every((word) => name.includes(` ${word}`)))
    .sort(
      (one, other) =>
        Number(other.name.startsWith(` ${words[0] ?? ""}`)) -
          Number(one.name.startsWith(` ${words[0] ?? ""}`)) ||
        other.macro.uses - one.macro.uses ||
        one.macro.name.localeCompare(other.macro.name, "en"),
    )
    .map(({ macro }) => macro);
}

/** Accents, case and marks do not count. */
const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLocaleLowerCase("en")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
