/** What is done with each of many returns. */
export type BulkStep = { intent: "approve" } | { intent: "decline"; reason: string; note: string };

/** What became of one: done, or why not. "unknown": nobody answered. */
export type BulkAnswer = { id: string; refused: string | null };

/** So many at once: soon done, and the bar moves. */
const SOME = 10;

/**
 * Sends ids a few at a time and says how far it is. When a part gets no answer, its returns are "unknown" and
 * the rest is tried all the same: each is decided by itself.
 */
export async function decideMany(
  ids: readonly string[],
  decide: (some: string[]) => Promise<BulkAnswer[]>,
  onProgress: (done: number) => void,
): Promise<BulkAnswer[]> {
  const answers: BulkAnswer[] = [];
  for (let at = 0; at < ids.length; at += SOME) {
    const some = ids.slice(at, at + SOME);
    const said = await decide(some).catch((): BulkAnswer[] => []);
    for (const id of some) answers.push(said.find((one) => one.id === id) ?? { id, refused: "unknown" });
    onProgress(answers.length);
  }
  return answers;
}
