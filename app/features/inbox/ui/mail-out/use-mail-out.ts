import { useCallback, useEffect, useRef, useState } from "react";
import type { RefusalCode } from "~/values/result";
import type { EnclosedView, MailOut } from "../../mail-out/mail-out-view.server";

/** Where a file goes: among the words, where it can, or beside them. */
export type FilePlace = "text" | "beside";

/** `failed`: nobody answered. */
export type MailOutProblem = RefusalCode | "failed" | null;

export type MailOutDesk = {
  /** null until it was read */
  mailOut: MailOut | null;
  /** is something on its way to the server? */
  isBusy: boolean;
  problem: MailOutProblem;
  /** hands files over, one after the other; answers those that stand among the words now */
  give(files: readonly File[], place: FilePlace): Promise<EnclosedView[]>;
  /** takes a file out again, or changes who gets copies; answers whether that was done */
  change(form: { do: "dropFile"; id: string } | { do: "add" | "remove"; address: string }): Promise<boolean>;
};

type Answer = { mailOut: MailOut; refused: RefusalCode | null };

/**
 * What goes with the answer that is being written, kept by the server: files, copies, the signature. It is read anew
 * whenever one of `since` changes.
 */
export function useMailOut(conversationId: string, ...since: unknown[]): MailOutDesk {
  const [mailOut, setMailOut] = useState<MailOut | null>(null);
  const [problem, setProblem] = useState<MailOutProblem>(null);
  const [running, setRunning] = useState(0);
  const known = useRef<MailOut | null>(null);
  const address = `/app/inbox/${encodeURIComponent(conversationId)}/mail-out`;

  const ask = useCallback(
    async (init?: RequestInit): Promise<Answer | null> => {
      const response = await fetch(address, init).catch(() => null);
      const said = (await response?.json().catch(() => null)) as Partial<Answer> | null | undefined;
      if (!said?.mailOut) return null;
      known.current = said.mailOut;
      setMailOut(said.mailOut);
      return { mailOut: said.mailOut, refused: said.refused ?? null };
    },
    [address],
  );

  /** One change at a time on the screen's count, whatever comes of it. */
  const send = useCallback(
    async (body: FormData | URLSearchParams): Promise<boolean> => {
      setRunning((count) => count + 1);
      const said = await ask({ method: "POST", body });
      setRunning((count) => count - 1);
      setProblem(said ? said.refused : "failed");
      return said?.refused === null;
    },
    [ask],
  );

  useEffect(() => {
    void ask();
  }, [ask, ...since]);

  return {
    mailOut,
    isBusy: running > 0,
    problem,
    async give(files, place) {
      const before = new Set(known.current?.files.map(({ id }) => id));
      for (const file of files) {
        const form = new FormData();
        form.set("name", file.name);
        form.set("place", place);
        form.set("file", file);
        if (!(await send(form))) break;
      }
      return (known.current?.files ?? []).filter(({ id, isInline }) => isInline && !before.has(id));
    },
    change: (form) => send(new URLSearchParams(form)),
  };
}
