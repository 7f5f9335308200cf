import type { AuthorKind, Direction } from "./rules";

export type Chosen = {
  id: string;
  direction: Direction;
  authorKind: AuthorKind;
  authorName: string | null;
  authorEmail: string | null;
  at: Date;
  /** a person wrote it here: no machine did, and it was not brought along from elsewhere */
  isOfPerson: boolean;
};

/**
 * Whose a conversation is that is made of these messages. Where all that came in is one other person's, it is
 * theirs, and about no order: they are shown nothing of the shopper's. Otherwise it is the shopper's; null.
 */
export function anotherPerson(chosen: readonly Chosen[]): { email: string; name: string | null } | null {
  const came = chosen.filter(({ direction }) => direction === "in");
  const [first] = came;
  if (!first?.authorEmail) return null;
  const email = first.authorEmail;
  const isTheirs = came.every((one) => one.authorKind === "other" && one.authorEmail === email);
  return isTheirs ? { email, name: first.authorName } : null;
}

/**
 * Since when somebody waits in a conversation that is made of these messages: since the first of them that nobody has
 * answered, here or where they came from (`answeredAt`: when staff last did there). And when staff first answered in
 * it. Null: never, or nobody waits.
 */
export function waitingIn(
  chosen: readonly Chosen[],
  answeredAt: Date | null,
): { awaitingSince: Date | null; firstRepliedAt: Date | null } {
  const first = (those: Chosen[]) => those.map(({ at }) => at).sort((one, other) => +one - +other)[0] ?? null;
  const came = chosen.filter(({ direction, isOfPerson }) => direction === "in" && isOfPerson);
  return {
    awaitingSince: first(came.filter(({ at }) => answeredAt === null || at > answeredAt)),
    firstRepliedAt: first(chosen.filter((one) => one.direction === "out" && one.authorKind === "staff")),
  };
}
