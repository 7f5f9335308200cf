/**
 * What a style attribute may say in somebody else's page: how words look and where they stand in the line, and
 * nothing that fetches, runs, covers our own screen or escapes from its box.
 */
const PROPERTIES =
  /^(?:color|background(?:-color)?|font(?:-(?:family|size|style|weight|variant|stretch))?|text-(?:align|decoration|decoration-(?:line|color|style)|transform|indent|overflow)|line-height|letter-spacing|word-(?:spacing|break|wrap)|overflow-wrap|white-space|vertical-align|direction|unicode-bidi|(?:margin|padding)(?:-(?:top|right|bottom|left|inline|block)(?:-(?:start|end))?)?|border(?:-(?:top|right|bottom|left|inline|block))?(?:-(?:width|style|color|radius|collapse|spacing))?|(?:max-|min-)?(?:width|height)|display|list-style(?:-type|-position)?|table-layout|caption-side|empty-cells|float|clear|box-sizing)$/;
/** Plain words, numbers, colours and quotes; no escapes, comments, at-rules or braces. */
const VALUE = /^[\p{L}\p{N}\s#.,%()'"!+\-/]*$/u;
const FUNCTION = /([\w-]+)\s*\(/g;
const FUNCTIONS = new Set(["rgb", "rgba", "hsl", "hsla", "calc"]);
const DISPLAYS =
  /^(?:none|block|inline|inline-block|list-item|table|inline-table|table-row|table-cell|table-row-group|table-header-group|table-footer-group|table-column|table-column-group|table-caption)\b/;
const LONGEST = 4_000;
const MOST_DECLARATIONS = 60;

/** The harmless declarations of a style attribute; empty when none is. */
export function safeStyle(style: string): string {
  if (style.length > LONGEST) return "";
  const kept: string[] = [];
  for (const declaration of style.split(";").slice(0, MOST_DECLARATIONS)) {
    const colon = declaration.indexOf(":");
    if (colon === -1) continue;
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    if (value !== "" && PROPERTIES.test(property) && isHarmless(property, value))
      kept.push(`${property}:${value}`);
  }
  return kept.join(";");
}

function isHarmless(property: string, value: string): boolean {
  if (!VALUE.test(value) || value.length > 300) return false;
  for (const match of value.matchAll(FUNCTION))
    if (!FUNCTIONS.has((match[1] ?? "").toLowerCase())) return false;
  // What is moved by less than nothing comes to lie over something else.
  if (/^(?:margin|text-indent)/.test(property) && /-\s*[\d.]/.test(value)) return false;
  return property !== "display" || DISPLAYS.test(value.toLowerCase());
}
