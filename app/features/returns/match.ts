/** Tags, handles and channels are compared as people mean them: without case and outer spaces. */

const folded = new Map<string, string>();
const MOST = 5_000;

function fold(text: string): string {
  let known = folded.get(text);
  if (known === undefined) {
    known = text.trim().toLowerCase();
    if (folded.size >= MOST) folded.clear();
    folded.set(text, known);
  }
  return known;
}

/** Is one of the wanted among those there are? Empty texts are none. */
export function anyOf(wanted: readonly string[] | undefined, there: readonly string[] | undefined): boolean {
  if (!wanted || !there || wanted.length === 0 || there.length === 0) return false;
  for (const want of wanted) {
    const text = fold(want);
    if (text !== "") for (const one of there) if (fold(one) === text) return true;
  }
  return false;
}

/** Is this one of the wanted? */
export const isOf = (wanted: readonly string[] | undefined, one: string | null | undefined): boolean =>
  one != null && anyOf(wanted, [one]);
