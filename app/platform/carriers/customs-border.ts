/** Where an address is, as far as customs care. */
export type Place = { readonly country: string | null; readonly zip: string | null };

// The customs territory of the Union: Regulation (EU) 952/2013, article 4; Monaco is within it.
const UNION = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MC MT NL PL PT RO SE SI SK".split(" "),
);

// Parts of member states for which a declaration is needed all the same: outside the customs territory (Ceuta,
// Melilla, Livigno, Büsingen, Heligoland) or outside the VAT area (Canary Islands, Åland; Directive 2006/112/EC, art. 6).
const APART: Readonly<Record<string, RegExp>> = {
  DE: /^(78266|27498)/,
  ES: /^(35|38|51|52)/,
  FI: /^22/,
  IT: /^(23041)/,
};

/** The area within which goods of this place move without a declaration. */
function territory({ country, zip }: Place): string {
  const code = country?.toUpperCase() ?? "";
  const postcode = (zip ?? "").replace(/\s/g, "").toUpperCase();
  if (APART[code]?.test(postcode)) return `${code} ${postcode.slice(0, 2)}`;
  if (code === "GB" && /^BT/.test(postcode)) return "GB NI";
  if (code === "PR") return "US";
  return UNION.has(code) ? "EU" : code;
}

/**
 * Must a parcel between these places be declared to customs? Northern Ireland's goods move freely to Great
 * Britain and to the Union (Windsor Framework, article 5).
 */
export function crossesCustoms(from: Place, to: Place): boolean {
  const [a, b] = [territory(from), territory(to)];
  if (a === b) return false;
  const pair = [a, b].sort().join("|");
  return pair !== "GB|GB NI" && pair !== "EU|GB NI";
}
