/** What look-ups compare, so that spelling does not matter where it should not. */

/** An e-mail address without case and outer spaces. */
export const emailKey = (email: string) => email.trim().toLowerCase().normalize("NFC");

/** A postcode without spaces, hyphens and case. */
export const postcodeKey = (zip: string) => zip.replace(/[\s-]+/g, "").toUpperCase();

/** An order name without case, spaces and a leading hash sign: "#1001" and "1001" are one. */
export const orderNameKey = (name: string) => name.replace(/\s+/g, "").replace(/^#/, "").toLowerCase();

/** A person's name in small letters with single spaces. */
export const personKey = (name: string) => name.normalize("NFC").trim().replace(/\s+/gu, " ").toLowerCase();

const ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i;

/**
 * Is this exactly one plain mailbox (RFC 5321 dot-string, at most 254 characters)? Quoted local parts,
 * lists, comments and line breaks are refused: they are how mail is made to reach somebody else.
 */
export const isMailbox = (text: string) => text.length <= 254 && ADDRESS.test(text);
