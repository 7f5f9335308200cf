import { useCallback, useEffect, useState } from "react";
import type { Action } from "../../automation/actions";
import type { Filled } from "../../automation/fill-macro.server";
import type { MacroRow } from "../../macro-queries.server";

/** What macros gave to the answer that is being written. */
export type Picked = {
  macroIds: string[];
  actions: Action[];
  /** names that had nothing behind them */
  blanks: string[];
  /** the language of the words, where it is not the shopper's */
  otherLanguage: string | null;
};

const NOTHING: Picked = { macroIds: [], actions: [], blanks: [], otherLanguage: null };

export type Macros = {
  picked: Picked;
  pick(macro: MacroRow, filled: Filled): void;
  takeOff(action: Action): void;
  /** the macros there are; null when they cannot be had */
  list(): Promise<MacroRow[] | null>;
  /** one of them with this conversation's values in it; null when it cannot be had */
  fill(macroId: string): Promise<Filled | null>;
};

type Sent = { intent: string; refused: string | null } | null;

/**
 * What macros do when the answer is sent, kept beside its draft in this tab's storage until it was. `locale` is the
 * shopper's language.
 */
export function useMacros(conversationId: string, locale: string, answer: Sent): Macros {
  const place = `aftercare-macros:${conversationId}`;
  const [picked, setPicked] = useState(NOTHING);
  useEffect(() => {
    const kept = readKept(storage()?.getItem(place));
    if (kept) setPicked(kept);
  }, [place]);
  const keep = useCallback(
    (next: Picked) => {
      setPicked(next);
      if (next.macroIds.length === 0) storage()?.removeItem(place);
      else storage()?.setItem(place, JSON.stringify(next));
    },
    [place],
  );
  useEffect(() => {
    if (answer?.intent === "reply" && !answer.refused) keep(NOTHING);
  }, [answer, keep]);
  const has = (action: Action) =>
    picked.actions.some((one) => JSON.stringify(one) === JSON.stringify(action));
  const at = `/app/inbox/${conversationId}/macros`;
  return {
    picked,
    pick: ({ id }, { actions, blanks, locale: written }) =>
      keep({
        macroIds: [...new Set([...picked.macroIds, id])],
        actions: [...picked.actions, ...actions.filter((one) => !has(one))],
        blanks: [...new Set([...picked.blanks, ...blanks])],
        otherLanguage: written && written !== locale ? written : picked.otherLanguage,
      }),
    takeOff: (action) => keep({ ...picked, actions: picked.actions.filter((one) => one !== action) }),
    list: async () => (await ask<{ macros: MacroRow[] }>(at))?.macros ?? null,
    fill: async (macroId) => (await ask<{ filled: Filled }>(`${at}?macro=${macroId}`))?.filled ?? null,
  };
}

async function ask<T>(address: string): Promise<T | null> {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? ((await answer.json().catch(() => null)) as T | null) : null;
}

function readKept(text: string | null | undefined): Picked | null {
  try {
    return text ? { ...NOTHING, ...(JSON.parse(text) as Partial<Picked>) } : null;
  } catch {
    return null;
  }
}

/** A frame may be denied storage; then what was picked lives as long as the page. */
function storage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
