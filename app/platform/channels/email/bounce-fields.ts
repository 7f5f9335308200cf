/** The address in a typed one ("rfc822; a@b", "utf-8; \x{E9}@b", "x400; …"), without brackets and marks. */
export function addressIn(value: string): string {
  const typed = /^\s*([a-z0-9-]+)\s*;(.*)$/is.exec(value);
  let text = (typed?.[2] ?? value).trim();
  if (/^utf-8$/i.test(typed?.[1] ?? "") || /\\x\{[0-9a-f]+\}/i.test(text)) text = fromUnicodeForm(text);
  const found = /[^\s<>;:,"()[\]|]{1,200}@[^\s<>;:,"()[\]|]{1,250}/u.exec(text)?.[0] ?? "";
  return found.replace(/^'|[.'>]+$/g, "").replace(/^(?:rfc822|smtp);/i, "");
}

/** utf-8-addr-xtext and unitext (RFC 6533 §3): characters as "\x{E9}", and xtext's "+3D" (RFC 3461 §4). */
const fromUnicodeForm = (text: string) =>
  text
    .replace(/\\x\{([0-9a-f]{2,6})\}/gi, (whole, hex: string) => {
      const code = Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/\+([0-9A-F]{2})(?=[^@]*@)/g, (whole, hex: string) =>
      hex === "2B" || hex === "3D" ? String.fromCharCode(Number.parseInt(hex, 16)) : whole,
    );

/** An enhanced status in a server's words; not a piece of an IP address or version. */
export const statusIn = (words: string): string | null =>
  /(?:^|[^\d.])([245]\.(?:[0-7])\.\d{1,3})(?![\d]|\.\d)/.exec(words)?.[1] ?? null;

/** The SMTP reply code in a server's words. */
export const replyCodeIn = (words: string): string | null =>
  /(?:^|[^\d.\w])([45][0-5]\d)(?=[\s:;#-]|$)/.exec(words)?.[1] ?? null;
