import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** The project's theme app extensions, read from `extensions/` whenever a page is drawn. */
export interface ThemeBlock {
  extension: string;
  /** File name without `.liquid`. */
  handle: string;
  source: string;
  schema: BlockSchema;
}

export interface BlockSchema {
  name?: string;
  target?: string;
  stylesheet?: string;
  javascript?: string;
  settings?: { id?: string; default?: unknown }[];
}

const schemaTag = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema\s*-?%\}/;

export function themeBlocks(projectDirectory: string): ThemeBlock[] {
  return extensionNames(projectDirectory).flatMap((extension) => {
    const directory = join(projectDirectory, "extensions", extension, "blocks");
    if (!existsSync(directory)) return [];
    return readdirSync(directory)
      .filter((file) => file.endsWith(".liquid"))
      .map((file) => readBlock(extension, join(directory, file)));
  });
}

function readBlock(extension: string, file: string): ThemeBlock {
  const text = readFileSync(file, "utf8");
  const schema = JSON.parse(schemaTag.exec(text)?.[1] ?? "{}") as BlockSchema;
  return { extension, handle: basename(file, ".liquid"), source: text.replace(schemaTag, ""), schema };
}

export function extensionNames(projectDirectory: string): string[] {
  const directory = join(projectDirectory, "extensions");
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

export const extensionAssetUrl = (extension: string, file: string): string =>
  `/cdn/extensions/${extension}/assets/${file}`;

/** A file of an extension, or nothing when there is none or the name tries to leave its folder. */
export function extensionAsset(
  projectDirectory: string,
  extension: string,
  file: string,
): string | undefined {
  if (![extension, file].every((part) => /^[\w][\w.-]*$/.test(part))) return undefined;
  const path = join(projectDirectory, "extensions", extension, "assets", file);
  return existsSync(path) ? path : undefined;
}

export function extensionTranslation(
  projectDirectory: string,
  extension: string,
  locale: string,
  key: string,
  values: Record<string, unknown>,
): string {
  const directory = join(projectDirectory, "extensions", extension, "locales");
  for (const name of [`${locale}.json`, `${locale.slice(0, 2)}.json`, "en.default.json"]) {
    const file = join(directory, name);
    const words = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as unknown) : undefined;
    const found = key
      .split(".")
      .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words);
    if (typeof found === "string") {
      return found.replace(/\{\{\s*(\w+)\s*\}\}/g, (_whole, name: string) => String(values[name] ?? ""));
    }
  }
  return `translation missing: ${key}`;
}

/** Where an extension keeps its snippets, for `{% render %}`. */
export const snippetDirectories = (projectDirectory: string): string[] =>
  extensionNames(projectDirectory).map((name) => join(projectDirectory, "extensions", name, "snippets"));
