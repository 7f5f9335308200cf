/**
 * How a text is cut into SMS. GSM 03.38 (3GPP TS 23.038 §6.2.1): 7 bits a character, some of which take two; what
 * its table does not hold makes the whole text UCS-2. A single message holds 140 bytes, one of several 134, since
 * each says which part it is (3GPP TS 23.040 §9.2.3.24.1). Pure.
 */
const BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/** After an escape: two septets each. */
const EXTENDED = "\f^{}\\[~]|€";

const basic = new Set(BASIC);
const extended = new Set(EXTENDED);

export type SmsEncoding = "GSM-7" | "UCS-2";

export type SmsSize = {
  encoding: SmsEncoding;
  /** septets (GSM-7) or 16-bit units (UCS-2) */
  units: number;
  segments: number;
};

const ROOM = { "GSM-7": { alone: 160, part: 153 }, "UCS-2": { alone: 70, part: 67 } } as const;

/** What a text takes: encoding, units and segments. The empty text takes one, as providers bill it. */
export function smsSize(text: string): SmsSize {
  const characters = [...text];
  const encoding = characters.every((one) => basic.has(one) || extended.has(one)) ? "GSM-7" : "UCS-2";
  const widths = characters.map((one) => (encoding === "UCS-2" ? one.length : extended.has(one) ? 2 : 1));
  const units = widths.reduce((sum, width) => sum + width, 0);
  const { alone, part } = ROOM[encoding];
  return { encoding, units, segments: units <= alone ? 1 : parts(widths, part) };
}

/** Neither an escape nor a surrogate pair is cut in two: what does not fit goes into the next part. */
function parts(widths: readonly number[], room: number): number {
  let count = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > room) {
      count++;
      used = 0;
    }
    used += width;
  }
  return count;
}
