import { setTimeout as sleep } from "node:timers/promises";

type Waiting<T> = { one: T; done: () => void; failed: (error: unknown) => void };

/**
 * Makes of a write of many a write of one: what comes within `gatherMs` milliseconds, or while another write is
 * under way, goes into one. Each call resolves, or rejects, as the write it went into does.
 */
export function inGroups<T>(gatherMs: number, write: (all: T[]) => Promise<void>): (one: T) => Promise<void> {
  let waiting: Waiting<T>[] = [];
  let writing = false;
  const writeNext = async () => {
    if (writing || waiting.length === 0) return;
    writing = true;
    await sleep(gatherMs);
    const group = waiting;
    waiting = [];
    try {
      await write(group.map(({ one }) => one));
      for (const { done } of group) done();
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
    writing = false;
    await writeNext();
  };
  return (one) =>
    new Promise((done, failed) => {
      waiting.push({ one, done, failed });
      void writeNext();
    });
}
