import { PIECE_BYTES, pieceCount } from "../import/progress";

const TRIES = 4;
const PAUSE_MS = 1_500;

/**
 * Sends an import's files in pieces, each a request of its own with a fresh session token, so that one that breaks off
 * is sent again by itself. Tells how much is there (0 to 1); answers whether all of it came.
 */
export async function uploadImport(
  importId: string,
  files: readonly File[],
  onShare: (share: number) => void,
): Promise<boolean> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let sent = 0;
  for (const [at, file] of files.entries())
    for (let place = 0; place < pieceCount(file.size); place++) {
      const piece = file.slice(place * PIECE_BYTES, (place + 1) * PIECE_BYTES);
      if (!(await send(`/app/inbox/imports/${importId}/piece?file=${at}&place=${place}`, piece)))
        return false;
      sent += piece.size;
      onShare(sent / total);
    }
  return true;
}

async function send(path: string, body: Blob): Promise<boolean> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body,
    }).catch(() => null);
    if (answer?.ok) return true;
    // what is refused is refused again; only what did not arrive is worth another try
    if (answer && answer.status < 500 && answer.status !== 401 && answer.status !== 429) return false;
    await new Promise((resolve) => setTimeout(resolve, attempt * PAUSE_MS));
  }
  return false;
}
