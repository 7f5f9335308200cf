/** Why the admin door let nobody in, for the page that says so. */
export type AdminProblem = {
  problem: "reconnect" | "shopifyDown" | "forbidden";
  /** where Shopify opens the app afresh, or null when the shop is not known */
  reopen: string | null;
};

const KINDS = ["reconnect", "shopifyDown", "forbidden"];

/** The answer that carries a problem to the error boundary. */
export const problemAnswer = (problem: AdminProblem, status: number): Response =>
  Response.json(problem, { status });

/** The problem in a thrown answer's data, or null when it is another answer. */
export function readProblem(data: unknown): AdminProblem | null {
  if (typeof data !== "object" || data === null) return null;
  const { problem, reopen } = data as Record<string, unknown>;
  if (!KINDS.includes(problem as string)) return null;
  return {
    problem: problem as AdminProblem["problem"],
    reopen: typeof reopen === "string" && reopen.startsWith("https://") ? reopen : null,
  };
}
