import { useFetcher } from "@remix-run/react";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { AdminFindOrder, type FindOrderProps } from "~/features/orders/ui/admin-find-order";
import type { loader } from "./route";

/** So long nothing is typed before it is looked for. */
const PAUSE_MS = 250;

type Asked = {
  /** what it is looked for */
  to: FindOrderProps["to"];
  /** whose orders are shown before anything is typed: an address, or nothing */
  writer: string;
  /** those that are tied already */
  tied: readonly string[];
  busy: boolean;
  /** why the last choice was refused */
  refused: string | null;
  onChoose(orderId: string): void;
};

/** A window to find an order in, and how it is opened. It closes once the order that was chosen is tied. */
export function useOrderFinder({ to, writer, tied, busy, refused, onChoose }: Asked): {
  open(): void;
  window: ReactNode;
} {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [wanted, setWanted] = useState<string | null>(null);
  const isTyped = typed.trim() !== "";
  const { found, next, isSearching, more } = useFound(isOpen ? typed.trim() || writer : "");
  useEffect(() => {
    if (wanted === null || !tied.includes(wanted)) return;
    setWanted(null);
    setOpen(false);
    setTyped("");
  }, [tied, wanted]);
  return {
    open: useCallback(() => setOpen(true), []),
    window: (
      <AdminFindOrder
        to={to}
        open={isOpen}
        typed={typed}
        found={isTyped || found?.length ? found : null}
        foundFor={isTyped ? null : writer}
        isSearching={isSearching}
        hasMore={next !== null}
        chosen={tied}
        busy={busy}
        refused={wanted === null ? null : refused}
        onType={setTyped}
        onMore={more}
        onChoose={(orderId) => {
          setWanted(orderId);
          onChoose(orderId);
        }}
        onClose={() => setOpen(false)}
      />
    ),
  };
}

/** What is found for a text once nothing more is typed; further pages are added below. */
function useFound(q: string) {
  const { load, data, state } = useFetcher<typeof loader>({ key: "find order" });
  const [pages, setPages] = useState<NonNullable<typeof data>[]>([]);
  useEffect(() => {
    if (q.length < 2) return;
    const timer = setTimeout(() => load(addressOf(q, null)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [q, load]);
  useEffect(() => {
    if (data)
      setPages((before) =>
        data.after && before[0]?.q === data.q
          ? [...before.filter(({ after }) => after !== data.after), data]
          : [data],
      );
  }, [data]);
  const mine = useMemo(() => (q.length < 2 ? [] : pages.filter((page) => page.q === q)), [pages, q]);
  const next = mine.at(-1)?.next ?? null;
  return {
    found: mine.length > 0 ? mine.flatMap(({ orders }) => orders) : null,
    next,
    isSearching: state !== "idle",
    more: () => load(addressOf(q, next)),
  };
}

const addressOf = (q: string, after: string | null) =>
  `/app/find-order?${new URLSearchParams({ q, ...(after ? { after } : {}) })}`;
