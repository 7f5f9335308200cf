/**
 * Reads the part of TOML that Shopify's configuration files use: tables, arrays of tables, strings, numbers,
 * booleans, and arrays of those over one or several lines. Anything else is an error, never a guess.
 */
export type TomlValue = string | number | boolean | TomlValue[] | TomlTable;
export interface TomlTable {
  [key: string]: TomlValue;
}

export function readToml(text: string): TomlTable {
  const root: TomlTable = {};
  let table = root;
  for (const line of logicalLines(text)) {
    const arrayOfTables = /^\[\[(.+)\]\]$/.exec(line);
    const plainTable = /^\[(.+)\]$/.exec(line);
    const pair = /^([A-Za-z0-9_."-]+)\s*=\s*(.+)$/s.exec(line);
    if (arrayOfTables?.[1]) table = openTable(root, arrayOfTables[1], true);
    else if (plainTable?.[1]) table = openTable(root, plainTable[1], false);
    else if (pair?.[1] && pair[2]) setKey(table, pair[1], readValue(pair[2].trim()));
    else throw new SyntaxError(`Not understood in TOML: ${line}`);
  }
  return root;
}

/** Lines without comments; an array that goes on over several lines becomes one. */
function logicalLines(text: string): string[] {
  const lines: string[] = [];
  let open = "";
  for (const raw of text.split(/\r?\n/)) {
    const line = `${open}${open ? " " : ""}${withoutComment(raw).trim()}`.trim();
    if (!line) continue;
    if (line.includes("=") && depth(line) > 0) {
      open = line;
      continue;
    }
    open = "";
    lines.push(line);
  }
  if (open) throw new SyntaxError(`Unclosed array in TOML: ${open.slice(0, 60)}`);
  return lines;
}

const strings = /"(?:\\.|[^"\\])*"|'[^']*'/g;

function withoutComment(line: string): string {
  const hidden = line.replace(strings, (text) => "_".repeat(text.length));
  const comment = hidden.indexOf("#");
  return comment < 0 ? line : line.slice(0, comment);
}

function depth(line: string): number {
  const bare = line.replace(strings, "");
  return bare.split("[").length - bare.split("]").length;
}

function keyPath(path: string): string[] {
  return path.split(".").map((part) => part.trim().replace(/^["']|["']$/g, ""));
}

function openTable(root: TomlTable, path: string, repeated: boolean): TomlTable {
  const parts = keyPath(path);
  const last = parts.pop() ?? "";
  const parent = parts.reduce(step, root);
  if (!repeated) return step(parent, last);
  parent[last] ??= [];
  const list = parent[last];
  if (!Array.isArray(list)) throw new SyntaxError(`${path} is not an array of tables`);
  const entry: TomlTable = {};
  list.push(entry);
  return entry;
}

function step(table: TomlTable, key: string): TomlTable {
  table[key] ??= {};
  const found = table[key];
  const value = Array.isArray(found) ? found.at(-1) : found;
  if (typeof value !== "object" || Array.isArray(value)) throw new SyntaxError(`${key} is not a table`);
  return value;
}

function setKey(table: TomlTable, path: string, value: TomlValue): void {
  const parts = keyPath(path);
  const last = parts.pop() ?? "";
  parts.reduce(step, table)[last] = value;
}

function readValue(text: string): TomlValue {
  if (text.startsWith("[")) return splitArray(text.slice(1, -1)).map(readValue);
  if (text.startsWith('"')) return JSON.parse(text) as string;
  if (text.startsWith("'")) return text.slice(1, -1);
  if (text === "true" || text === "false") return text === "true";
  if (/^[+-]?\d[\d_]*(\.\d+)?$/.test(text)) return Number(text.replaceAll("_", ""));
  throw new SyntaxError(`Not a TOML value this reader knows: ${text}`);
}

function splitArray(inside: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  const hidden = inside.replace(strings, (text) => "_".repeat(text.length));
  let level = 0;
  for (let at = 0; at <= hidden.length; at++) {
    const char = hidden[at];
    if (char === "[") level++;
    if (char === "]") level--;
    if ((char === "," && level === 0) || at === hidden.length) {
      pieces.push(inside.slice(from, at).trim());
      from = at + 1;
    }
  }
  return pieces.filter(Boolean);
}
