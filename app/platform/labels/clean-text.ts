/** Longest text kept of one field, in UTF-16 units, before it is cut with an ellipsis. */
export const FIELD_LIMIT = 200;
export const ELLIPSIS = "…";

const LONE_SURROGATES = /\p{Surrogate}/gu;
const BLANKS_AND_CONTROLS = /[\s\p{Cc}\u2028\u2029]+/gu;
// Embeddings, overrides and isolates (UAX #9) could reorder an address to read as another one; soft hyphens,
// variation selectors, tags and their like print nothing. The marks of direction and the (non-)joiners stay:
// honest Hebrew and Persian need them.
const INVISIBLE = /(?!\u200c|\u200d|\u200e|\u200f|\u061c)[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
// Thai and Lao write "am" as one letter of two parts; its ring stands below a tone mark, which is typed before it
// (Unicode Standard 16.2, Thai). Few shapers take it apart.
const TONE_BEFORE_AM = /([\u0e48-\u0e4b])\u0e33|([\u0ec8-\u0ecb])\u0eb3/gu;
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
    .replace(TONE_BEFORE_AM, (_, thai, lao) => (thai ? `\u0e4d${thai}\u0e32` : `\u0ecd${lao}\u0eb2`))
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
