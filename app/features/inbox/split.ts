import type { AuthorKind, Direction } from "./rules";

export type Chosen = {
  id: string;
  direction: Direction;
  authorKind: AuthorKind;
  authorName: string | null;
  authorEmail: string | null;
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
