import { inflateRawSync } from "node:zlib";
import type { Shop } from "~/platform/database/shop.server";
import * as store from "./store.server";

/** What gives a person away in a raw body: addresses, phones, and Shopify's numbers of customers and orders. */
export type Traces = { emailKeys: string[]; phones: string[]; ids: string[] };

const AT_A_TIME = 200;
const MOST_INFLATED = 4 * 1024 * 1024;

/**
 * Empties every kept webhook that mentions a person, the request itself included. All of the shop's are read
 * once, a batch a transaction. One not yet read is not read any more. Answers how many were emptied.
 */
export async function eraseDeliveries(shop: Shop, traces: Traces): Promise<number> {
  let erased = 0;
  for (let after: string | null = ""; after !== null; ) {
    const from: string = after;
    after = await shop.transact(async (tx) => {
      const batch = await store.bodiesAfter(tx, from, AT_A_TIME);
      const theirs = batch.filter((one) => mentions(textOf(one.body), traces));
      await store.eraseBodies(
        tx,
        theirs.map((one) => one.id),
      );
      erased += theirs.length;
      return batch.length < AT_A_TIME ? null : (batch.at(-1)?.id ?? null);
    });
  }
  return erased;
}

/** The body's text; one that cannot be inflated is searched as it is. */
function textOf(body: Uint8Array): string {
  try {
    return inflateRawSync(body, { maxOutputLength: MOST_INFLATED }).toString("utf8");
  } catch {
    return Buffer.from(body).toString("utf8");
  }
}

/** Does a body name the person? Ids count only as whole numbers, so that 1001 is not found in 10010. */
export function mentions(text: string, { emailKeys, phones, ids }: Traces): boolean {
  const plain = unescaped(text).toLowerCase();
  if (emailKeys.some((email) => plain.includes(email))) return true;
  if (phones.some((phone) => phone.length >= 6 && plain.includes(phone.toLowerCase()))) return true;
  const wanted = new Set(ids);
  return (plain.match(/\d+/g) ?? []).some((number) => wanted.has(number));
}

/** JSON may write any character as an escape; read and written anew, it does not. */
function unescaped(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}
