/**
 * What a person typed into a one-line field, made comparable: full-width and Arabic or Persian digits become
 * plain ones, and what nobody sees (control signs, direction marks, zero-width signs) is taken out.
 */
export function plainTyped(text: string): string {
  return text
    .replace(/\p{Cs}/gu, "\ufffd")
    .normalize("NFKC")
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/\p{Cc}+/gu, " ")
    .replace(/\p{Cf}+/gu, "")
    .trim();
}
