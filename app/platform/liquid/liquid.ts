import { type Context, Drop, Liquid, LiquidError, type Template } from "liquidjs";
import { LONGEST_TEMPLATE } from "./longest";

/**
 * Liquid as merchants may write it in messages. What a template prints is text, whatever is in it: a shopper's
 * name can be neither HTML nor Liquid. It reads nothing but what it is given, and comes to an end.
 */

/** The longest that a template may become, in characters: a mail of more is cut off by Gmail. */
const LONGEST_WRITTEN = 100_000;
/** What a render may take: text in characters, entries of lists and outputs one each. */
const MOST_MEMORY = 300_000;
/** … and its time in milliseconds; only for loops that print nothing, since time is another on each machine. */
const MOST_TIME = 500;

const TAGS = ["assign", "if", "unless", "case", "for", "break", "continue", "cycle", "comment", "echo", "#"];
const FILTERS = (
  "abs append at_least at_most capitalize ceil compact concat default divided_by downcase first floor join last lstrip " +
  "map minus modulo plus prepend remove remove_first replace replace_first reverse round rstrip size slice sort " +
  "sort_natural split strip strip_html strip_newlines times truncate truncatewords uniq upcase url_encode where"
).split(" ");

/** Characters of private use around the name of a designed part; taken out of everything else that is written. */
const [OPEN, CLOSE] = ["\uE000", "\uE001"];
/** Around the name of something that there is not, in a text to go over. */
const [BLANK, BLANK_END] = ["\uE002", "\uE003"];
/** Those four, and marks that turn the direction of all that follows (Unicode UAX #9). */
const UNWANTED = /[\uE000-\uE003\u202A-\u202E\u2066-\u2069]/g;
export const MARKS = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${CLOSE}`);

/** A designed part of a mail where it stands in a template: printed as its mark, drawn later. */
export class Part {
  readonly #mark: string;
  constructor(mark: string) {
    this.#mark = `${OPEN}${mark}${CLOSE}`;
  }
  /** Seen by Liquid's own filters, which make texts of what they get. */
  toString() {
    return "";
  }
  static markOf(part: Part): string {
    return part.#mark;
  }
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (one) => ESCAPES[one] ?? one);

type Printing = { context: Context };

/** What an output prints: text, a list's texts, or nothing. A group of values has no text. */
function textOf(value: unknown): string {
  if (value === null || value === undefined || value instanceof Part || value instanceof Missing) return "";
  if (Array.isArray(value)) return value.map(textOf).join(" ");
  if (typeof value === "object") throw new Error("this is a group of values: name one of them");
  return String(value).replace(UNWANTED, "");
}

function charged(this: Printing, text: string): string {
  this.context.memoryLimit.use(text.length + 10);
  return text;
}

function printHtml(this: Printing, value: unknown): string {
  return charged.call(this, value instanceof Part ? Part.markOf(value) : escapeHtml(textOf(value)));
}

function printText(this: Printing, value: unknown): string {
  return charged.call(this, textOf(value));
}

/** Where a template for people to go over printed something that there is not, and its name. */
export const BLANKS = new RegExp(`${BLANK}([^${BLANK_END}]*)${BLANK_END}`, "g");

/** Something that a template may name and that there is not: for Liquid it is nothing. */
export class Missing extends Drop {
  readonly #name: string;
  constructor(name: string) {
    super();
    this.#name = name;
  }
  override valueOf() {
    return null;
  }
  static nameOf(missing: Missing): string {
    return missing.#name;
  }
}

function printDraft(this: Printing, value: unknown): string {
  const text = textOf(value);
  const name = value instanceof Missing ? Missing.nameOf(value) : "";
  return charged.call(this, text.trim() === "" ? `${BLANK}${name}${BLANK_END}` : text);
}

function engine(print: (this: Printing, value: unknown) => string): Liquid {
  const liquid = new Liquid({
    outputEscape: print as (value: unknown) => string,
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    dynamicPartials: false,
    templates: {},
    parseLimit: LONGEST_TEMPLATE + 1,
    memoryLimit: MOST_MEMORY,
    renderLimit: MOST_TIME,
  });
  for (const name of Object.keys(liquid.tags)) if (!TAGS.includes(name)) delete liquid.tags[name];
  for (const name of Object.keys(liquid.filters)) if (!FILTERS.includes(name)) delete liquid.filters[name];
  // Outputs are escaped once, here or elsewhere; a newline is a new line anyway.
  for (const name of ["escape", "escape_once", "newline_to_br"])
    liquid.registerFilter(name, (value: unknown) => value);
  liquid.registerFilter("button", (label: unknown, href: unknown) => {
    const where = href === undefined ? "" : textOf(href);
    return new Part(`button ${JSON.stringify([textOf(label), where])}`);
  });
  return liquid;
}

/** html: for a mail's body; text: for its lines; draft: a text in which what BLANKS finds stands where nothing was printed. */
const engines = { html: engine(printHtml), text: engine(printText), draft: engine(printDraft) };
export type Into = keyof typeof engines;

const parsed: Record<Into, Map<string, Template[]>> = { html: new Map(), text: new Map(), draft: new Map() };
const MOST_PARSED = 500;

/** Parses a template; the latest ones are kept. Throws what `problemOf` reads. */
export function parse(source: string, into: Into): Template[] {
  const kept = parsed[into];
  let template = kept.get(source);
  if (!template) {
    template = engines[into].parse(source.replace(UNWANTED, ""));
    if (kept.size >= MOST_PARSED) kept.delete(kept.keys().next().value ?? "");
    kept.set(source, template);
  }
  return template;
}

/** Writes a template. Throws what `problemOf` reads when it cannot be written, takes too much or becomes too long. */
export function render(source: string, into: Into, scope: Readonly<Record<string, unknown>>): string {
  const written = engines[into].renderSync(parse(source, into), scope) as string;
  if (written.length > LONGEST_WRITTEN) throw new Error("it becomes too long");
  return written;
}

export type VariableUse = { path: (string | number)[]; line: number; column: number };

/** The name on a path that there is not, or null. Names inside a list are looked up in its first entry. */
function unknownIn(
  path: readonly (string | number)[],
  scope: Readonly<Record<string, unknown>>,
): string | null {
  let at: unknown = scope;
  const seen: string[] = [];
  for (const step of path) {
    seen.push(String(step));
    if (Array.isArray(at)) {
      if (step === "size") return null;
      if (typeof step !== "number" && step !== "*" && !OF_LISTS.has(step))
        return `undefined variable: ${seen.join(".")}`;
      at = at[0];
      continue;
    }
    if (typeof at === "string" && step === "size") return null;
    if (at === null || typeof at !== "object" || at instanceof Part || !Object.hasOwn(at, step))
      return `undefined variable: ${seen.join(".")}`;
    at = (at as Record<string, unknown>)[step];
  }
  return null;
}

/** Liquid's own words for a list's ends and length. */
const OF_LISTS = new Set(["first", "last", "size"]);

/** Every variable that a template asks for from outside, with its place. What comes from a loop is not among them. */
export function variablesUsed(source: string, into: Into): VariableUse[] {
  const { globals } = engines[into].analyzeSync(parse(source, into), { partials: false });
  return Object.values(globals)
    .flat()
    .map(({ segments, location }) => ({
      path: segments.map((one) => (typeof one === "object" ? "*" : one)),
      line: location.row,
      column: location.col,
    }));
}

export type LiquidProblem = { message: string; line: number | null; column: number | null };

/** What Liquid found wrong, without the place in the sentence; null for what is not Liquid's. */
export function problemOf(error: unknown): LiquidProblem {
  if (!LiquidError.is(error))
    return { message: error instanceof Error ? error.message : "unknown", line: null, column: null };
  const [line = null, column = null] = (
    error as LiquidError & { token: { getPosition(): number[] } }
  ).token.getPosition();
  const message = (error as Error).message.replace(/(?:, file:[^,]*)?, line:\d+, col:\d+$/, "");
  return { message: message.slice(0, 200), line, column };
}

/**
 * What is wrong with a template before it is saved: what is no Liquid, what asks for something that there is not,
 * and what fails when it is written with these values. The first, with its place; null when it can be written.
 */
export function problemIn(
  source: string,
  into: Into,
  scope: Readonly<Record<string, unknown>>,
): LiquidProblem | null {
  try {
    for (const { path, line, column } of variablesUsed(source, into)) {
      const unknown = unknownIn(path, scope);
      if (unknown) return { message: unknown, line, column };
    }
    render(source, into, scope);
    return null;
  } catch (error) {
    return problemOf(error);
  }
}
