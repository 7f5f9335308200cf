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

/** The project's extension that aims at a target; read anew for each page. */
export function extensionFor(projectDirectory: string, target: string): UiExtension | undefined {
  for (const name of extensionNames(projectDirectory)) {
    const directory = resolve(projectDirectory, "extensions", name);
    const toml = extensionToml.safeParse(
      parse(readFileSync(join(directory, "shopify.extension.toml"), "utf8")),
    );
    for (const one of toml.data?.extensions ?? []) {
      const aim = one.targeting.find((aims) => aims.target === target);
      if (!aim) continue;
      const module = join(directory, aim.module);
      return {
        handle: one.handle ?? name,
        target,
        directory,
        module,
        network: one.capabilities.network_access,
      };
    }
  }
  return undefined;
}

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
