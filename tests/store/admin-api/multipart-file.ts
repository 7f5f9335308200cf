/** The `file` part of a multipart form. */
export async function fileFromForm(
  body: Buffer,
  contentType: string,
): Promise<{ bytes: Uint8Array; contentType: string } | undefined> {
  if (!contentType.startsWith("multipart/form-data")) return undefined;
  const form = await new Response(new Uint8Array(body), {
    headers: { "content-type": contentType },
  }).formData();
  const file = form.get("file");
  if (!(file instanceof Blob)) return undefined;
  return {
    bytes: new Uint8Array(await file.arrayBuffer()),
    contentType: file.type || String(form.get("Content-Type") ?? "application/octet-stream"),
  };
}
