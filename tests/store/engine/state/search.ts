/** Shopify's search syntax, as far as list filters use it: terms, ranges, quotes, OR, NOT and brackets. */

export interface Term {
  field: string | null;
  comparator: ":" | ":>" | ":>=" | ":<" | ":<=";
  value: string;
}

type Node =
  | { kind: "and" | "or"; parts: Node[] }
  | { kind: "not"; part: Node }
  | { kind: "term"; term: Term }
  | { kind: "everything" };

export type Matcher<T> = (item: T, term: Term) => boolean;

export function search<T>(items: readonly T[], query: string | null | undefined, matches: Matcher<T>): T[] {
  if (!query?.trim()) return [...items];
  const tree = parseSearch(query);
  return items.filter((item) => holds(tree, (term) => matches(item, term)));
}

function holds(node: Node, matches: (term: Term) => boolean): boolean {
  switch (node.kind) {
    case "everything":
      return true;
    case "and":
      return node.parts.every((part) => holds(part, matches));
    case "or":
      return node.parts.some((part) => holds(part, matches));
    case "not":
      return !holds(node.part, matches);
    case "term":
      return matches(node.term);
  }
}

const TOKEN =
  /\s*(\(|\)|-(?=[\w"'(])|(?:[A-Za-z_][\w.]*:(?:>=|<=|>|<)?)?(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^\s()]+)|[A-Za-z_][\w.]*:(?:>=|<=|>|<)?)/gy;

export function parseSearch(query: string): Node {
  const tokens = [...query.matchAll(TOKEN)].map((match) => match[1] ?? "");
  let position = 0;

  function either(): Node {
    const parts = [all()];
    while (tokens[position]?.toUpperCase() === "OR") {
      position += 1;
      parts.push(all());
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: "or", parts };
  }

  function all(): Node {
    const parts: Node[] = [];
    for (
      let token = tokens[position];
      token && token !== ")" && token.toUpperCase() !== "OR";
      token = tokens[position]
    ) {
      if (token.toUpperCase() === "AND") position += 1;
      else parts.push(one());
    }
    if (parts.length === 0) return { kind: "everything" };
    return parts.length === 1 && parts[0] ? parts[0] : { kind: "and", parts };
  }

  function one(): Node {
    const token = tokens[position] ?? "";
    position += 1;
    if (token === "-" || token.toUpperCase() === "NOT") return { kind: "not", part: one() };
    if (token !== "(") return { kind: "term", term: readTerm(token) };
    const inner = either();
    if (tokens[position] === ")") position += 1;
    return inner;
  }

  return either();
}

function readTerm(token: string): Term {
  const match = /^([A-Za-z_][\w.]*)(:(?:>=|<=|>|<)?)(.*)$/s.exec(token);
  if (!match?.[1] || !match[2]) return { field: null, comparator: ":", value: unquote(token) };
  return {
    field: match[1].toLowerCase(),
    comparator: match[2] as Term["comparator"],
    value: unquote(match[3] ?? ""),
  };
}

function unquote(text: string): string {
  const quoted = /^(["'])(.*)\1$/s.exec(text);
  return quoted ? (quoted[2] ?? "").replace(/\\(.)/g, "$1") : text;
}

/** Does a value satisfy the term? Text compares without case; `*` at the end matches what follows. */
export function textMatches(value: string | null | undefined, term: Term): boolean {
  if (value == null) return term.value === "null";
  const wanted = term.value.toLowerCase();
  const actual = value.toLowerCase();
  if (wanted === "*") return true;
  return wanted.endsWith("*") ? actual.startsWith(wanted.slice(0, -1)) : actual === wanted;
}

export function orderedMatches<T extends string | number>(
  value: T | null | undefined,
  term: Term,
  wanted: T,
): boolean {
  if (value == null) return false;
  switch (term.comparator) {
    case ":>":
      return value > wanted;
    case ":>=":
      return value >= wanted;
    case ":<":
      return value < wanted;
    case ":<=":
      return value <= wanted;
    case ":":
      return value === wanted;
  }
}

/** Times compare by instant; a bare date means that day's beginning, or the whole day when equal is asked. */
export function timeMatches(value: string | null | undefined, term: Term): boolean {
  if (!value) return false;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(term.value);
  if (isDay && term.comparator === ":") return value.startsWith(term.value);
  const wanted = Date.parse(term.value);
  if (Number.isNaN(wanted)) return false;
  const until =
    isDay && (term.comparator === ":<=" || term.comparator === ":>") ? wanted + 86_399_000 : wanted;
  return orderedMatches(Date.parse(value), term, until);
}
