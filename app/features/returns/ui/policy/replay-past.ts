import type { PolicyValue } from "../../policy-schema";
import { linesOf, type Replayed } from "../../replay-lines";

/** Runs a policy over the past, says how far it is, and answers what came of it; null when it broke off. */
export type ReplayPast = (
  policy: PolicyValue,
  onProgress: (done: number, of: number) => void,
  signal: AbortSignal,
) => Promise<Replayed | null>;

export const replayPast: ReplayPast = async (policy, onProgress, signal) => {
  const answer = await fetch("/app/settings/policy/replay", {
    method: "POST",
    body: JSON.stringify(policy),
    headers: { "content-type": "application/json" },
    signal,
  });
  if (!answer.ok || !answer.body) return null;
  for await (const line of linesOf(piecesOf(answer.body))) {
    if ("replayed" in line) return line.replayed;
    onProgress(line.done, line.of);
  }
  return null;
};

/** Not every browser lets a stream be iterated over. */
async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
}
