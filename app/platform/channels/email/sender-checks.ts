/** What a mail server found when it checked who sends (RFC 8601 §2.7): "pass", "fail", "none", … */
export type SenderChecks = {
  /** the server that says so, as it names itself: to be believed only when it is ours */
  server: string;
  spf: string | null;
  dkim: string | null;
  dmarc: string | null;
  /** the domain that DMARC speaks about: the From line's */
  domain: string | null;
};

/**
 * Reads Authentication-Results headers, the topmost first: each server puts its own above what came before.
 * With `trusted`, only that server's count, and the topmost of them: a sender may write any header below.
 * Null when none says anything.
 */
export function readSenderChecks(values: readonly string[], trusted?: string): SenderChecks | null {
  for (const value of values.slice(0, 20)) {
    const [head = "", ...results] = withoutComments(value.slice(0, 10_000)).split(";");
    const server = (head.trim().split(/\s/)[0] ?? "").toLowerCase();
    if (trusted !== undefined && server !== trusted.toLowerCase()) continue;
    const found = results.join(";");
    const checks = {
      server,
      spf: resultOf(found, "spf"),
      dkim: bestDkim(found),
      dmarc: resultOf(found, "dmarc"),
      domain: /\bheader\.from\s*=\s*"?(?:[^\s;"@]*@)?([^\s;"@]+)/i.exec(found)?.[1]?.toLowerCase() ?? null,
    };
    if (checks.spf || checks.dkim || checks.dmarc) return checks;
  }
  return null;
}

/** Does any server on the way say that the From line is forged? A sender gains nothing by saying it of itself. */
export const isDoubted = (values: readonly string[]): boolean =>
  values.some((value) => /\bdmarc\s*=\s*(?:fail|permerror)\b/i.test(withoutComments(value.slice(0, 10_000))));

const resultOf = (text: string, method: string): string | null =>
  new RegExp(`(?:^|[\\s;])${method}(?:/1)?\\s*=\\s*([a-z]+)`, "i").exec(text)?.[1]?.toLowerCase() ?? null;

/** A mail may be signed several times: one that holds is enough (RFC 6376 §6.1). */
function bestDkim(text: string): string | null {
  const all = [...text.matchAll(/(?:^|[\s;])dkim(?:\/1)?\s*=\s*([a-z]+)/gi)].map(
    (match) => match[1]?.toLowerCase() ?? "",
  );
  return all.includes("pass") ? "pass" : (all[0] ?? null);
}

/** Comments may hold anything, "dmarc=pass" too. */
const withoutComments = (text: string): string => {
  let out = "";
  let depth = 0;
  for (const letter of text) {
    if (letter === "(") depth++;
    else if (letter === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) out += letter;
  }
  return out;
};
