const MOST_BYTES = 64 * 1024;

/**
 * The fields of a posted form (application/x-www-form-urlencoded), the first of each name. Throws 415 for
 * another kind of body, and 413 as soon as it is larger than `most` bytes (64 KB), the rest unread.
 */
export async function readForm(request: Request, most = MOST_BYTES): Promise<Record<string, string>> {
  const kind = request.headers.get("content-type") ?? "";
  if (!kind.startsWith("application/x-www-form-urlencoded")) throw new Response(null, { status: 415 });
  if (Number(request.headers.get("content-length") ?? 0) > most) throw tooLarge();
  const fields = new URLSearchParams(await readText(request, most));
  return Object.fromEntries([...fields].reverse());
}

/** A body as text; throws 413 as soon as it is larger than `most` bytes, the rest unread. */
export async function readText(request: Request, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > most) throw tooLarge();
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** The rest stays unread, so nothing else can come over that connection. */
const tooLarge = () => new Response(null, { status: 413, headers: { connection: "close" } });
