import { fork } from "node:child_process";
import path from "node:path";

/**
 * Parts of the bench run in processes of their own (load, SMTP server, bare servers), so that none of them
 * skews what is measured. A part answers questions that come over the process's own channel.
 */
export type Part = {
  ask<Answer>(question: string, given?: unknown): Promise<Answer>;
  stop(): Promise<void>;
};

type Asked = { id: number; question: string; given: unknown };
type Answered = { id: number; answer?: unknown; error?: string };

/** Starts a part, a file of this folder, and waits until it answers. */
export async function startPart(file: string, env: Record<string, string> = {}): Promise<Part> {
  const child = fork(path.join(import.meta.dirname, file), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    serialization: "advanced",
  });
  const waiting = new Map<number, (answered: Answered) => void>();
  child.on("message", (answered: Answered) => waiting.get(answered.id)?.(answered));
  let ended = false;
  const exit = new Promise<void>((resolve) =>
    child.once("exit", () => {
      ended = true;
      for (const [id, answer] of waiting) answer({ id, error: `${file} ended` });
      resolve();
    }),
  );
  let last = 0;
  const ask = <Answer>(question: string, given?: unknown) =>
    new Promise<Answer>((resolve, reject) => {
      const id = ++last;
      if (ended) return reject(new Error(`${file} ended`));
      waiting.set(id, ({ answer, error }) => {
        waiting.delete(id);
        if (error === undefined) resolve(answer as Answer);
        else reject(new Error(error));
      });
      child.send({ id, question, given } satisfies Asked);
    });
  const stop = async () => {
    if (!ended) child.kill("SIGTERM");
    await exit;
  };
  await ask("ready");
  return { ask, stop };
}

/** The other side: answers each question with the function of its name. Call it once, when ready. */
export function answerQuestions(answers: Record<string, (given: never) => unknown>): void {
  process.on("message", async ({ id, question, given }: Asked) => {
    try {
      const answer = question === "ready" ? true : await answers[question]?.(given as never);
      process.send?.({ id, answer } satisfies Answered);
    } catch (error) {
      process.send?.({ id, error: String(error instanceof Error ? error.stack : error) } satisfies Answered);
    }
  });
  process.on("disconnect", () => process.exit(0));
}
