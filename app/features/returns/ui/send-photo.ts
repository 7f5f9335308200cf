/** Sends a photo of a thing that came back. Answers whether it was kept. */
export async function sendPhoto(returnId: string, lineId: string, file: File): Promise<boolean> {
  const body = new FormData();
  body.set("return", returnId);
  body.set("line", lineId);
  body.set("photo", file);
  const answer = await fetch("/app/returns/photo", { method: "post", body }).catch(() => null);
  return answer?.ok === true;
}
