type Waiting<T> = { one: T; done: () => void; failed: (error: unknown) => void };

/**
 * Makes of a write of many a write of one: what comes while one write is under way goes together into the
 * next. Each call resolves, or rejects, as the write it went into does.
 */
export function inGroups<T>(write: (all: T[]) => Promise<void>): (one: T) => Promise<void> {
  let waiting: Waiting<T>[] = [];
  let writing = false;
  const writeNext = async () => {
    if (writing || waiting.length === 0) return;
    writing = true;
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
