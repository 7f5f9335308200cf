const MOST_BYTES = 256 * 1024;

/**
 * The JSON of a request's body, or undefined when it is none. Throws 413 as soon as it is larger than 256 KB,
 * the rest unread.
 */
export async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > MOST_BYTES) throw tooLarge();
    chunks.push(part.value);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return undefined;
  }
}

const tooLarge = () => new Response(null, { status: 413, headers: { connection: "close" } });
