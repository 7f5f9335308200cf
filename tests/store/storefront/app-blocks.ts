import type { Liquid } from "liquidjs";
import { extensionAssetUrl, type ThemeBlock, themeBlocks } from "./extensions";

/** Draws every block of the app's theme extension that aims at a section, at the body or at the head. */
export async function appBlocks(
  projectDirectory: string,
  liquid: Liquid,
  globals: Record<string, unknown>,
  target: "section" | "body" | "head",
): Promise<string> {
  const drawn = themeBlocks(projectDirectory)
    .filter((block) => (block.schema.target ?? "section") === target)
    .map((block) => draw(block, liquid, globals));
  return (await Promise.all(drawn)).join("\n");
}

async function draw(block: ThemeBlock, liquid: Liquid, globals: Record<string, unknown>): Promise<string> {
  const defaults = (block.schema.settings ?? []).flatMap(({ id, default: value }) =>
    id ? [[id, value ?? null]] : [],
  );
  const html = await liquid.parseAndRender(block.source, {
    ...globals,
    extension: { name: block.extension },
    block: {
      id: `aftercare_${block.handle}`,
      type: `shopify://apps/aftercare/blocks/${block.handle}`,
      settings: Object.fromEntries(defaults) as Record<string, unknown>,
      shopify_attributes: `data-shopify-editor-block="${block.handle}"`,
    },
  });
  const style = block.schema.stylesheet
    ? `<link rel="stylesheet" href="${extensionAssetUrl(block.extension, block.schema.stylesheet)}">`
    : "";
  const script = block.schema.javascript
    ? `<script src="${extensionAssetUrl(block.extension, block.schema.javascript)}" defer></script>`
    : "";
  return `${style}<div id="shopify-block-${block.handle}" class="shopify-block shopify-app-block">${html}</div>${script}`;
}
