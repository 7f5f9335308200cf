/** Connections to the database that one request may hold. */
const FEW = 3;

/** Runs work for each of many, a few side by side; the first that throws ends it. */
export async function fewAtATime<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all].reverse();
  const worker = async () => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: FEW }, worker));
}
