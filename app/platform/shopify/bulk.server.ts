import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { NeedsMerchant, TryAgain } from "~/platform/queue/failures";
import { gid, numberOf, type ShopId } from "~/values/ids";
import { shopify } from "./client.server";
import { BulkStatusDocument, StartBulkQueryDocument } from "./generated";

/** A result that says nothing for this long is taken up again later. */
const SILENT_MS = 60_000;
/** Nothing we ask for is larger than this in one line. */
const LONGEST_LINE = 4 * 1024 * 1024;

/**
 * Asks Shopify to run a query over everything, in its own time. Answers the operation's number, or null when
 * it will not: bulk queries are not enabled for the app, five run already, or the query does not suit it.
 */
export async function startBulk(shopId: ShopId, query: string): Promise<string | null> {
  try {
    const variables = { query };
    const answer = await shopify(shopId, StartBulkQueryDocument, variables, { urgency: "sweep", once: true });
    const started = answer.bulkOperationRunQuery?.bulkOperation;
    return started ? numberOf(started.id) : null;
  } catch (error) {
    if (error instanceof NeedsMerchant) return null;
    throw error;
  }
}

export type BulkState =
  | { kind: "running"; found: number }
  /** no address: the query found nothing */
  | { kind: "ready"; found: number; url: string | null }
  | { kind: "failed" };

/** How far a bulk query is. Its result stays for seven days. */
export async function bulkState(shopId: ShopId, id: string): Promise<BulkState> {
  const variables = { id: gid("BulkOperation", id) };
  const { bulkOperation } = await shopify(shopId, BulkStatusDocument, variables, { urgency: "sweep" });
  const found = Number(bulkOperation?.rootObjectCount ?? 0);
  switch (bulkOperation?.status) {
    case "CREATED":
    case "RUNNING":
      return { kind: "running", found };
    case "COMPLETED":
      return { kind: "ready", found, url: bulkOperation.url ? String(bulkOperation.url) : null };
    default:
      return { kind: "failed" };
  }
}

type Line = { id: string; __parentId?: string };

/**
 * The result's things one by one, as they stream in, each with the lines that belong to it. Throws TryAgain
 * when the file does not come through.
 */
export async function* bulkThings(url: string): AsyncGenerator<{ root: Line; children: Line[] }> {
  if (new URL(url).protocol !== "https:") throw new TryAgain("Shopify's result is not behind https");
  const response = await fetch(url, { signal: AbortSignal.timeout(15 * SILENT_MS) }).catch(() => null);
  if (!response?.ok || !response.body) throw new TryAgain("Shopify's result could not be fetched");
  const bytes = Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
  let thing: { root: Line; children: Line[] } | null = null;
  try {
    for await (const text of createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY })) {
      const line = readLine(text);
      if (!line) continue;
      if (line.__parentId) {
        if (thing?.root.id === line.__parentId) thing.children.push(line);
        continue;
      }
      if (thing) yield thing;
      thing = { root: line, children: [] };
    }
  } catch {
    throw new TryAgain("Shopify's result broke off");
  } finally {
    bytes.destroy();
  }
  if (thing) yield thing;
}

function readLine(text: string): Line | null {
  if (text.trim() === "" || text.length > LONGEST_LINE) return null;
  const line = JSON.parse(text) as Partial<Line>;
  return typeof line.id === "string" ? (line as Line) : null;
}
