/**
 * A request's body as it came, of at most `most` bytes; null as soon as it is larger, the rest unread.
 */
export async function readBytes(request: Request, most: number): Promise<Buffer | null> {
  if (Number(request.headers.get("content-length") ?? 0) > most) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > most) return null;
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
