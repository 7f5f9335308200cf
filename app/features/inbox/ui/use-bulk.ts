import { useState } from "react";
import type { BulkAnswer, BulkAsked, BulkStep } from "../bulk/bulk";
import { bulkWords as words } from "../words/bulk-staff";

export type Told = { text: string; undoId: string | null; isProblem: boolean };

type Which = Extract<BulkAsked, { step: BulkStep }>["which"];

/** Asks the server to change many conversations at once, and says what became of it. */
export function useBulk(onChanged: () => void) {
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const ask = async (asked: BulkAsked, say: typeof words.result): Promise<boolean> => {
    setBusy(true);
    setTold(null);
    const answer = await post(asked);
    setTold(
      answer
        ? {
            text: say(answer.done, answer.refused),
            undoId: answer.undoId,
            isProblem: answer.refused.length > 0,
          }
        : { text: words.failed, undoId: null, isProblem: true },
    );
    setBusy(false);
    onChanged();
    return answer !== null;
  };
  return {
    busy,
    told,
    forget: () => setTold(null),
    change: (step: BulkStep, which: Which) => ask({ step, which }, words.result),
    undo: (undoId: string) => ask({ undo: undoId }, words.undone),
  };
}

async function post(asked: BulkAsked): Promise<BulkAnswer | null> {
  const answer = await fetch("/app/inbox/bulk", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(asked),
  }).catch(() => null);
  return answer?.ok ? ((await answer.json().catch(() => null)) as BulkAnswer | null) : null;
}
