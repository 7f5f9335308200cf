/** Longest text kept of one field, in UTF-16 units, before it is cut with an ellipsis. */
export const FIELD_LIMIT = 200;
export const ELLIPSIS = "…";

const LONE_SURROGATES = /\p{Surrogate}/gu;
const BLANKS_AND_CONTROLS = /[\s\p{Cc}\u2028\u2029]+/gu;
// Embeddings, overrides and isolates (UAX #9) could reorder an address to read as another one.
// Soft hyphens, joiners of words, variation selectors and tags print nothing.
// Left-to-right and right-to-left marks, ZWJ and ZWNJ stay: honest Persian and Hebrew need them.
const INVISIBLE =
  /\u034f|[\u00ad\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;
const PILED_MARKS = /(\p{M}{3})\p{M}+/gu;

/**
 * Makes one line of literal text out of anything: well-formed, composed (NFC), on one line,
 * without control or bidi-override characters, with at most three combining marks in a pile,
 * and at most `limit` UTF-16 units long ('…' marks a cut).
 */
export function cleanText(text: string, limit: number = FIELD_LIMIT): string {
  const clean = text
    .slice(0, limit * 4)
    .replace(LONE_SURROGATES, "\ufffd")
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(BLANKS_AND_CONTROLS, " ")
    .replace(PILED_MARKS, "$1")
    .trim();
  if (clean.length <= limit && text.length <= limit * 4) return clean;
  return (
    clean
      .slice(0, limit)
      .replace(/\p{Surrogate}$/u, "")
      .trimEnd() + ELLIPSIS
  );
}

/** Text for the document's title: pdfkit copies it into XML unescaped, so markup characters go. */
export function cleanTitle(text: string): string {
  return cleanText(text, 120).replace(/[<>&\ufffe\uffff]/g, "");
}
