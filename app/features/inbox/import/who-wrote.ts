import type { IsOurs, KnownPerson, PastMessage } from "~/platform/exports/past-message";
import { emailKey } from "~/values/keys";
import type { AuthorKind, Direction } from "../rules";

/** The people that an export names by number, and which addresses are the shop's own. */
export type People = { byId: ReadonlyMap<string, Omit<KnownPerson, "id">>; isOurs: IsOurs };

export type Writer = {
  direction: Direction;
  authorKind: AuthorKind;
  name: string | null;
  /** as `emailKey` makes it */
  email: string | null;
};

/**
 * Who wrote a message of the past, seen from the shop: its staff (a note when it stayed among them), a machine, the
 * conversation's shopper, or somebody else. Whoever the export does not place is told by address and by being known
 * as staff there; who is left is somebody else, who is never taken for the shopper. Pure.
 */
export function writerOf(message: PastMessage, shopperEmail: string, { byId, isOurs }: People): Writer {
  const known = message.author?.id ? byId.get(message.author.id) : undefined;
  const given = known?.email ?? message.author?.email ?? null;
  const email = given ? emailKey(given) : null;
  const person = { name: known?.name ?? message.author?.name ?? null, email };
  if (message.automatic) return { direction: "in", authorKind: "system", ...person };
  if (message.isNote) return { direction: "note", authorKind: "staff", ...person };
  const isShop = message.isShop ?? (known?.isStaff || (email !== null && isOurs(email)));
  if (isShop) return { direction: "out", authorKind: "staff", ...person };
  if (message.isDoubted) return { direction: "in", authorKind: "other", ...person };
  const isShopper = email !== null ? email === shopperEmail : message.isShop === false;
  return { direction: "in", authorKind: isShopper ? "shopper" : "other", ...person };
}
