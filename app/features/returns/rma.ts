/** Alphabet of return numbers: no vowels, so no words; no 0/O, 1/I/L, 5/S, 2/Z, 8/B to confuse. */
export const RMA_ALPHABET = "34679CDFGHJKMNPQRTVWXY";
const RMA_LENGTH = 6;

/** A return number from random bytes (6 of them used): "RMA-7K3F9Q". */
export function rmaFrom(bytes: Uint8Array): string {
  const letters = [...bytes.subarray(0, RMA_LENGTH)].map((byte) => RMA_ALPHABET[byte % RMA_ALPHABET.length]);
  return `RMA-${letters.join("")}`;
}

/** What somebody typed as a return number, as we write it; null when it cannot be one. */
export function readRma(text: string): string | null {
  const letters = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/^\s*#?\s*RMA/, "")
    .replace(/[\s\-–—_#]+/g, "");
  const right = letters.length === RMA_LENGTH && [...letters].every((one) => RMA_ALPHABET.includes(one));
  return right ? `RMA-${letters}` : null;
}
