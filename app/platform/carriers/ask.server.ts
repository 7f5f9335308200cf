import { z } from "zod";
import { NeedsMerchant, TryAgain } from "~/platform/queue/failures";
import type { Wire } from "./carrier";

const TIMEOUT_MS = 30_000;
const MOST_BYTES = 4_000_000;

/** The carrier said no to what was asked: another carrier may say yes. `code` is theirs, cleaned. */
export class CarrierRefused extends NeedsMerchant {
  override name = "CarrierRefused";
  constructor(
    carrier: string,
    readonly code: string,
  ) {
    super(`${carrier} refused: ${code}`);
  }
}

export type Answer = { status: number; body: unknown };

/** A carrier's code as it may be shown and logged: no sentence, so nothing of a shopper's address in it. */
export const codeOf = (raw: unknown): string =>
  typeof raw === "string" && /^[\w.:-]{1,80}$/.test(raw) ? raw : "no reason given";

/**
 * Asks a carrier's API for JSON. Sorted by who must act: late, broken or HTML answers and 5xx are tried again;
 * a wrong key or an empty purse is the merchant's; 2xx, 404 and refusals (4xx) are answered.
 */
export async function ask(
  wire: Wire,
  carrier: string,
  url: string,
  { method = "GET", headers, body }: { method?: string; headers: Record<string, string>; body?: unknown },
): Promise<Answer> {
  const response = await wire
    .fetch(url, {
      method,
      redirect: "error",
      headers: { accept: "application/json", "content-type": "application/json", ...headers },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    .catch(() => null);
  if (!response) throw new TryAgain(`${carrier} did not answer`);
  const { status } = response;
  const text = await readBounded(response).catch(() => null);
  if (text === null) throw new TryAgain(`${carrier}'s answer broke off`);
  if (status === 401 || status === 403)
    throw new NeedsMerchant(`${carrier} does not accept the account's key`);
  if (status === 402)
    throw new NeedsMerchant(`${carrier} could not be paid: check the account's payment method`);
  if (status === 408 || status === 409 || status === 425 || status === 429 || status >= 500)
    throw new TryAgain(`${carrier} answered ${status}`);
  const parsed = json(text);
  if (parsed === undefined) throw new TryAgain(`${carrier}'s answer was not JSON`);
  return { status, body: parsed };
}

async function readBounded(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new Error("too long");
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads an answer that was promised to have this shape; a wrong one is tried again, since nothing is known. */
export function expectShape<S extends z.ZodType>(carrier: string, schema: S, body: unknown): z.infer<S> {
  const read = schema.safeParse(body);
  if (!read.success) throw new TryAgain(`${carrier}'s answer could not be understood`);
  return read.data;
}

/**
 * An error's code in the shapes that carriers use: { error: { code } }, { code }, { messages: [{ code }] }; or the
 * name of the field it is about, { address_to: ["…"] }, whose sentences may hold what a shopper typed.
 */
export function refusalCode(body: unknown): string {
  const shape = z.union([
    z.object({ error: z.object({ code: z.string() }) }).transform(({ error }) => error.code),
    z.object({ code: z.string() }).transform(({ code }) => code),
    z
      .object({ messages: z.array(z.object({ code: z.string() })).min(1) })
      .transform(({ messages }) => messages[0]?.code),
    z.record(z.string(), z.array(z.unknown()).min(1)).transform((fields) => Object.keys(fields)[0]),
  ]);
  const read = shape.safeParse(body);
  return codeOf(read.success ? read.data : null);
}

/** An amount as carriers write it: "6.07". */
export const decimal = z.string().regex(/^\d{1,12}(?:\.\d{1,6})?$/);
export const currencyCode = z.string().regex(/^[A-Z]{3}$/);

/** A list of which the entries that cannot be read are left out: one odd rate is no reason to sell no label. */
export const readable = <S extends z.ZodType>(entry: S) =>
  z
    .array(z.unknown())
    .default([])
    .transform((entries) =>
      entries.flatMap((one) => {
        const read = entry.safeParse(one);
        return read.success ? [read.data] : [];
      }),
    );
