import { useCallback, useEffect, useRef, useState } from "react";
import type { Draft, Present } from "../desk-store.server";

const BEAT_MS = 10_000;
const SAVE_AFTER_MS = 700;
/** Who has typed nothing for so long is only looking. */
const TYPING_MS = 6_000;

type Desk = {
  others: Present[];
  /** keeps what is written, a moment after the last letter */
  write(draft: Draft): void;
};

/**
 * Tells the server that this page is being looked at and what is being written, and hears who else is there. Silent
 * while the page is hidden: then its reader is gone after half a minute, for the others.
 */
export function useDesk(conversationId: string, first: Present[]): Desk {
  const [others, setOthers] = useState(first);
  const unsaved = useRef<Draft | null>(null);
  const typedAt = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setOthers(first), [first]);

  const beat = useCallback(async () => {
    const draft = unsaved.current;
    unsaved.current = null;
    const isTyping = Date.now() - typedAt.current < TYPING_MS;
    const answer = await fetch(`/app/inbox/${conversationId}/desk`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ isTyping, draft }),
    }).catch(() => null);
    if (!answer?.ok) {
      unsaved.current ??= draft; // the next beat takes it along
      return;
    }
    const said = (await answer.json().catch(() => null)) as { others: Present[] } | null;
    if (said) setOthers(said.others);
  }, [conversationId]);

  useEffect(() => {
    void beat();
    const beats = setInterval(() => document.visibilityState === "visible" && void beat(), BEAT_MS);
    return () => {
      clearInterval(beats);
      clearTimeout(timer.current);
      if (unsaved.current) void beat();
    };
  }, [beat]);

  const write = useCallback(
    (draft: Draft) => {
      unsaved.current = draft;
      typedAt.current = draft.text === "" ? 0 : Date.now();
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void beat(), SAVE_AFTER_MS);
    },
    [beat],
  );
  return { others, write };
}
