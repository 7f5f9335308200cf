/** A message to be put with those of its conversation: `names` are the threads it says it belongs to, as keys. */
export type Threaded = { id: string; names: readonly string[] };

export type Grouped = {
  /** message → conversation */
  threadOf: Map<string, string>;
  /** names that were not known before → conversation */
  named: Map<string, string>;
  /** conversations that turned out to be one: from → into */
  joined: Map<string, string>;
};

/**
 * Puts messages together that name the same threads, in whatever order they come: a mail may stand before the one it
 * answers. `known` says what names meant before these, and `isFixed` which conversations are there already: two of
 * those stay two. The rest is joined, so that the order of a file does not matter. Pure.
 */
export function groupThreads(
  messages: readonly Threaded[],
  known: ReadonlyMap<string, string>,
  isFixed: (threadId: string) => boolean,
  newThread: (message: Threaded) => string,
): Grouped {
  const joined = new Map<string, string>();
  const now = (threadId: string): string => {
    let at = threadId;
    for (let next = joined.get(at); next !== undefined; next = joined.get(at)) at = next;
    return at;
  };
  const names = new Map(known);
  const first = new Map<string, string>();
  for (const message of messages) {
    const found = [
      ...new Set(message.names.flatMap((name) => (names.has(name) ? now(names.get(name) ?? "") : []))),
    ];
    const into = found.find(isFixed) ?? found[0] ?? newThread(message);
    for (const other of found) if (other !== into && !isFixed(other)) joined.set(other, into);
    for (const name of message.names) if (!names.has(name)) names.set(name, into);
    first.set(message.id, into);
  }
  return {
    threadOf: new Map([...first].map(([id, thread]) => [id, now(thread)])),
    named: new Map(
      [...names].flatMap(([name, thread]) => (known.has(name) ? [] : [[name, now(thread)] as const])),
    ),
    joined: new Map([...joined.keys()].map((thread) => [thread, now(thread)])),
  };
}
