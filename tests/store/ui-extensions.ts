import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "smol-toml";
import { build } from "vite";
import { z } from "zod";
import { extensionNames } from "./storefront/extensions";

const extensionToml = z.object({
  extensions: z.array(
    z.object({
      handle: z.string().optional(),
      capabilities: z
        .object({ network_access: z.boolean().default(false) })
        .default({ network_access: false }),
      targeting: z.array(z.object({ module: z.string(), target: z.string() })).default([]),
    }),
  ),
});

/** One of the project's UI extensions, as far as it aims at a target. */
export interface UiExtension {
  handle: string;
  target: string;
  directory: string;
  module: string;
  /** may it ask servers other than Shopify's? */
  network: boolean;
}

/** The project's extensions that aim at a target, by name; read anew for each page. */
export function extensionsFor(projectDirectory: string, target: string): UiExtension[] {
  return extensionNames(projectDirectory).flatMap((name) => {
    const directory = resolve(projectDirectory, "extensions", name);
    const toml = extensionToml.safeParse(
      parse(readFileSync(join(directory, "shopify.extension.toml"), "utf8")),
    );
    return (toml.data?.extensions ?? []).flatMap(({ handle = name, capabilities, targeting }) =>
      targeting
        .filter((aims) => aims.target === target)
        .map((aim) => ({
          handle,
          target,
          directory,
          module: join(directory, aim.module),
          network: capabilities.network_access,
        })),
    );
  });
}

/** The one that aims at a target, or of several the one with this handle. */
export const extensionFor = (
  projectDirectory: string,
  target: string,
  handle?: string,
): UiExtension | undefined =>
  extensionsFor(projectDirectory, target).find((one) => handle === undefined || one.handle === handle);

/** The words of an extension in a language, or in its default one, as Shopify chooses them. */
export function extensionWords({ directory }: UiExtension, language: string): Record<string, string> {
  const file = [`${language}.json`, `${language.slice(0, 2)}.json`, "en.default.json"]
    .map((name) => join(directory, "locales", name))
    .find((path) => existsSync(path));
  return file ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>) : {};
}

/** Its module as one script for the browser, as Shopify's CLI builds it: with the app's address written in. */
export async function bundleExtension({ directory, module }: UiExtension, appUrl = ""): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "silent",
    root: directory,
    esbuild: { jsx: "automatic", jsxImportSource: "preact" },
    define: {
      "process.env.NODE_ENV": '"production"',
      "process.env.APP_URL": JSON.stringify(appUrl),
    },
    build: { write: false, target: "es2022", lib: { entry: module, formats: ["es"], fileName: "extension" } },
  });
  const [first] = [made].flat();
  const [script] = first && "output" in first ? first.output : [];
  if (script?.type !== "chunk") throw new Error("The extension is not one script");
  return script.code;
}
