import { parse } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";

/** An extension's module as one script, built as Shopify's CLI builds it: for the browser, everything in it. */
export async function bundleExtension(module: string): Promise<{ code: string; gzipped: number }> {
  const made = await build({
    configFile: false,
    logLevel: "silent",
    root: ".",
    esbuild: { jsx: "automatic", jsxImportSource: "preact" },
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      minify: true,
      target: "es2022",
      lib: { entry: module, formats: ["es"], fileName: parse(module).name },
    },
  });
  const [first] = Array.isArray(made) ? made : [made];
  if (!first || !("output" in first) || first.output.length !== 1) throw new Error("Not one script");
  const [{ code }] = first.output;
  return { code, gzipped: gzipSync(code).length };
}
