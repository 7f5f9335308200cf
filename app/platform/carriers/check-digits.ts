/** Sum of digits multiplied by weights that repeat from the left. */
const weighted = (digits: string, weights: readonly number[]): number => {
  let sum = 0;
  for (let at = 0; at < digits.length; at++)
    sum += Number(digits[at]) * (weights[at % weights.length] as number);
  return sum;
};

/** Is the last digit what `compute` makes of those before it? */
const lastIs =
  (compute: (body: string) => number) =>
  (digits: string): boolean =>
    compute(digits.slice(0, -1)) === Number(digits.at(-1));

const toNextTen = (sum: number): number => (10 - (sum % 10)) % 10;

/** GS1 General Specifications 7.9.1 (SSCC, USPS Publication 199 appendix A): weights 3, 1 from the right. */
export const gs1 = lastIs((body) => toNextTen(weighted([...body].reverse().join(""), [3, 1])));

/** ISO/IEC 7812-1 annex B (Luhn). */
export const luhn = lastIs((body) => {
  const doubled = [...body].reverse().map((digit, at) => Number(digit) * (at % 2 === 0 ? 2 : 1));
  return toNextTen(doubled.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0));
});

/** Weights 1, 2 from the left, products not cast out (UPS 1Z and waybills, OnTrac). */
export const mod10Of12 = lastIs((body) => toNextTen(weighted(body, [1, 2])));

/** UPS 1Z: a letter counts as the last digit of its place after A = 2 ("A" 2, "B" 3 … "I" 0). */
export const ups = (after1Z: string): boolean =>
  mod10Of12(after1Z.replace(/[A-Z]/g, (letter) => String((letter.charCodeAt(0) - 63) % 10)));

/** The number before the last digit, modulo 7 (DHL Express waybill; in Japan "7DR"). */
export const mod7 = lastIs((body) => Number(BigInt(body) % 7n));

/** FedEx Express: weights 1, 3, 7 from the right, modulo 11, and 10 counts as 0. */
export const fedexExpress = lastIs((body) => (weighted([...body].reverse().join(""), [1, 3, 7]) % 11) % 10);

/** Deutsche Post Identcode: weights 4, 9 from the left. */
export const identcode = lastIs((body) => toNextTen(weighted(body, [4, 9])));

/** GLS (Germany): weights 3, 1 from the left, one added to the sum. */
export const gls = lastIs((body) => toNextTen(weighted(body, [3, 1]) + 1));

/** UPU S10: weights 8 6 4 2 3 5 9 7, modulo 11; 10 counts as 0 and 11 as 5. */
export const s10 = lastIs((body) => {
  const check = 11 - (weighted(body, [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
  return check === 10 ? 0 : check === 11 ? 5 : check;
});

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** ISO/IEC 7064 MOD 37,36, the check character last (DPD parcel label specification 2.4). */
export function mod37to36(text: string): boolean {
  let product = 36;
  for (const char of text.slice(0, -1)) {
    const sum = (product + ALPHABET.indexOf(char)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return (product + ALPHABET.indexOf(text.at(-1) ?? "")) % 36 === 1;
}
