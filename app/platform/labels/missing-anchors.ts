import type { Font } from "fontkit";

const NO_ANCHOR = Symbol("no anchor");

/**
 * Teaches a font's mark positioning that an anchor may be absent (OpenType, GPOS: "NULL anchor"):
 * the lookup then does not apply and the next one is tried. fontkit 2.0.4 throws instead, for
 * example on U+06A2 in Noto Sans Arabic.
 */
export function tolerateMissingAnchors(font: Font): void {
  const positioning = font._layoutEngine.engine?.GPOSProcessor;
  if (!positioning) return;
  const applyAnchor = positioning.applyAnchor.bind(positioning);
  const applyLookup = positioning.applyLookup.bind(positioning);
  positioning.applyAnchor = (mark, base, index) => {
    if (!base || !mark.markAnchor) throw NO_ANCHOR;
    applyAnchor(mark, base, index);
  };
  positioning.applyLookup = (type, table) => {
    try {
      return applyLookup(type, table);
    } catch (thrown) {
      if (thrown === NO_ANCHOR) return false;
      throw thrown;
    }
  };
}
