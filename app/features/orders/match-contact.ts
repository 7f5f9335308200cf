import { randomBytes } from "node:crypto";
import { equalTexts, keyedDigest } from "~/platform/secrets.server";
import { emailKey, postcodeKey } from "~/values/keys";
import type { Candidate } from "./look-up-store.server";

/** How many orders of one name are looked at. */
export const MOST_OF_ONE_NAME = 4;

/**
 * The order whose e-mail address or postcode was typed, or null. Does the same work whether there are
 * candidates or none and whatever was typed, so that its time tells nothing.
 */
export function matchContact(candidates: Candidate[], contact: string): string | null {
  const email = digest(emailKey(contact));
  const postcode = postcodeKey(contact);
  const zip = digest(postcode);
  let match: string | null = null;
  for (let at = MOST_OF_ONE_NAME - 1; at >= 0; at--) {
    const one = candidates[at];
    const sameEmail = equalTexts(email, digest(one?.emailKey ?? NOTHING));
    const sameZip = equalTexts(zip, digest(one?.postcodeKey ?? NOTHING)) && postcode !== "";
    if (one && (sameEmail || sameZip)) match = one.id;
  }
  return match;
}

/** Stands for an address or postcode that is not there. Nobody can type it. */
const NOTHING = randomBytes(32).toString("hex");

const digest = (text: string) => keyedDigest("look-up", text);
