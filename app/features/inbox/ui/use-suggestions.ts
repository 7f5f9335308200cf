import { useEffect, useState } from "react";
import type { Suggestions } from "../suggest/suggest.server";

const NONE: Suggestions = { tags: [], macros: [] };

/** What several parts of a page ask for at once is asked for once. */
const asked = new Map<string, Promise<Suggestions>>();

/**
 * Tags and macros that may fit a conversation. Read again when something new is written in it, or its tags change;
 * none while they are not there, and when they cannot be had.
 */
export function useSuggestions(
  conversationId: string,
  lastMessageId: string | null,
  tags: readonly string[],
) {
  const [suggestions, setSuggestions] = useState(NONE);
  const key = [conversationId, lastMessageId, ...tags].join(" ");
  useEffect(() => {
    let isHere = true;
    void ask(conversationId, key).then((found) => isHere && setSuggestions(found));
    return () => {
      isHere = false;
    };
  }, [conversationId, key]);
  return suggestions;
}

function ask(conversationId: string, key: string): Promise<Suggestions> {
  const before = asked.get(key);
  if (before) return before;
  const found = fetch(`/app/inbox/${conversationId}/suggestions`)
    .then((answer) => (answer.ok ? (answer.json() as Promise<Suggestions>) : NONE))
    .catch(() => NONE);
  asked.clear();
  asked.set(key, found);
  return found;
}
