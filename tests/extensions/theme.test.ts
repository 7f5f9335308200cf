import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { themeCheckRun } from "@shopify/theme-check-node";
import { Liquid } from "liquidjs";
import { describe, expect, it } from "vitest";

const ROOT = path.resolve("extensions/aftercare-theme");
const block = readFileSync(`${ROOT}/blocks/order-lookup.liquid`, "utf8");
type Tree = { [key: string]: string | Tree };
const words = (file: string) => JSON.parse(readFileSync(`${ROOT}/locales/${file}`, "utf8")) as Tree;
const keys = (tree: Tree, at = ""): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [`${at}${key}`] : keys(value, `${at}${key}.`),
  );

/** Draws the block as a shopper's theme does. */
function draw(over: Record<string, unknown> = {}, language = "en.default"): string {
  const says = words(`${language}.json`);
  const engine = new Liquid();
  engine.registerFilter("t", (key: string) =>
    key.split(".").reduce<Tree | string>((tree, part) => (tree as Tree)[part] ?? "", says),
  );
  return engine.parseAndRenderSync(block.replace(/{% schema %}[\s\S]*/, ""), {
    block: { id: "b1", settings: { proxy_path: "apps/aftercare" }, shopify_attributes: "" },
    request: { locale: { iso_code: language.slice(0, 2) } },
    ...over,
  });
}

describe("the theme extension", () => {
  it("holds only what Shopify allows, well below its sizes", () => {
    const folders = readdirSync(ROOT, { withFileTypes: true });
    const names = folders.filter((one) => one.isDirectory()).map(({ name }) => name);
    for (const name of names) expect(["assets", "blocks", "locales", "snippets"]).toContain(name);
    expect(folders.filter((one) => one.isFile()).map(({ name }) => name)).toEqual(["shopify.extension.toml"]);
    expect(Buffer.byteLength(block)).toBeLessThan(100_000);
  });

  it("passes Shopify's own theme check", async () => {
    const { theme, offenses } = await themeCheckRun(ROOT, path.resolve("tests/extensions/theme-check.yml"));
    expect(theme.length).toBeGreaterThan(10);
    expect(offenses.map(({ check, message, uri }) => `${path.basename(uri)}: ${check}: ${message}`)).toEqual(
      [],
    );
  }, 60_000);

  const languages = readdirSync(`${ROOT}/locales`).flatMap(
    (file) => /^([a-zA-Z-]+)\.json$/.exec(file)?.[1] ?? [],
  );
  it.each(languages)("speaks %s in full", (language) => {
    for (const end of [".json", ".schema.json"])
      expect(keys(words(`${language}${end}`))).toEqual(keys(words(`en.default${end}`)));
  });

  it("posts the order and contact to the app's page, in the language of the page", () => {
    const html = draw({}, "he");
    expect(html).toContain('action="/apps/aftercare?locale=he"');
    expect(html).toContain('name="order"');
    expect(html).toContain('name="contact"');
    expect(html).toMatch(/<label for="aftercare-order-b1">מספר הזמנה<\/label>/);
  });

  it("leads who is signed in to their orders, and takes the merchant's heading as text", () => {
    expect(draw({ customer: { id: 1 } })).toContain("Show my orders");
    expect(draw()).not.toContain("Show my orders");
    const settings = { proxy_path: "apps/aftercare", heading: "<b>Where</b> is it?" };
    expect(draw({ block: { id: "b1", settings, shopify_attributes: "" } })).toContain("&lt;b&gt;Where");
  });
});
