import { readBytes } from "./read-bytes.server";

const MOST_BYTES = 256 * 1024;

/**
 * The JSON of a request's body, or undefined when it is none. Throws 413 as soon as it is larger than 256 KB,
 * the rest unread.
 */
export async function readJson(request: Request): Promise<unknown> {
  const body = await readBytes(request, MOST_BYTES);
  if (!body) throw new Response(null, { status: 413, headers: { connection: "close" } });
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
