/** The tasks that may stop at something only the merchant can mend. */
export const RETURN_TASKS = [
  "tell-shopify-return",
  "make-return-label",
  "attach-return-label",
  "send-exchange",
  "invoice-return",
  "hold-exchange",
  "release-exchange",
  "invoice-late-exchange",
  "refund-return",
  "dispose-return",
  "close-return",
] as const;
export type ReturnTask = (typeof RETURN_TASKS)[number];

export type Problem = { task: ReturnTask; message: string };

/** A kept problem ("refund-return: why"), taken apart; null when there is none. */
export function readProblem(kept: string | null): Problem | null {
  if (!kept) return null;
  const task = RETURN_TASKS.find((name) => kept.startsWith(`${name}: `));
  return task ? { task, message: kept.slice(task.length + 2) } : null;
}
