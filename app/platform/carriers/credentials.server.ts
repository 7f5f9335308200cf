import { z } from "zod";
import { decrypt, encrypt } from "~/platform/secrets.server";
import type { Carrier } from "./carrier";

const PURPOSE = "carrier account";
const texts = z.record(z.string(), z.string());

/** An account's fields as they are kept: only sealed. */
export const sealCredentials = (fields: Record<string, string>): string =>
  encrypt(PURPOSE, JSON.stringify(fields));

/** What was sealed, as typed; empty when another key sealed it. */
export function openCredentials(sealed: string): Record<string, string> {
  const opened = decrypt(PURPOSE, sealed);
  if (opened === null) return {};
  const read = texts.safeParse(JSON.parse(opened));
  return read.success ? read.data : {};
}

/** The account's settings as its carrier wants them; null when they do not make an account. */
export function accountSettings(carrier: Carrier, sealed: string): unknown {
  const read = carrier.settings.safeParse(openCredentials(sealed));
  return read.success ? read.data : null;
}
