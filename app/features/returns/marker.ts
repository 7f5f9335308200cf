import type { ReturnOutline } from "~/platform/shopify/returns.server";

/**
 * The note Shopify keeps with a line: what the shopper wrote, with our return number, by which a return whose
 * answer was lost is recognised as ours.
 */
export const markedNote = (rma: string, note: string | null): string => (note ? `${note} · ${rma}` : rma);

/** The same note without our number, for people to read. */
export const withoutMarker = (note: string | null): string | null =>
  note?.replace(/(?:\s*·\s*)?RMA-[0-9A-Z]{6}\s*$/, "").trim() || null;

/** The return number in a text, or null. */
export const rmaIn = (text: string): string | null => /RMA-[0-9A-Z]{6}/.exec(text)?.[0] ?? null;

type Ours = {
  rma: string;
  lines: readonly { fulfilmentLineId: string; quantity: number; outcome: string }[];
};
type Theirs = Pick<ReturnOutline, "lines">;

/** Does this return at Shopify carry our return's number? */
export const isMarked = (ours: Ours, theirs: Theirs): boolean =>
  theirs.lines.some((line) => line.note?.endsWith(ours.rma));

const carriesSomeNumber = (theirs: Theirs): boolean =>
  theirs.lines.some((line) => /RMA-[0-9A-Z]{6}$/.test(line.note ?? ""));

/** The lines whose things travel: what stays with the shopper is no part of Shopify's return. */
export const travelling = <L extends { outcome: string }>(lines: readonly L[]): L[] =>
  lines.filter((line) => line.outcome !== "keep");

/** Are the two about exactly the same things? */
export function hasSameLines(ours: Ours, theirs: Theirs): boolean {
  const count = (lines: readonly { fulfilmentLineId: string | null; quantity: number }[]) =>
    lines
      .map((line) => `${line.fulfilmentLineId}×${line.quantity}`)
      .sort()
      .join();
  return count(travelling(ours.lines)) === count(theirs.lines);
}

/**
 * Which of our returns is this one at Shopify? The one whose number it carries; without any number, one for
 * exactly the same things: staff may have entered by hand what we could not.
 */
export const ourTwin = <O extends Ours>(ours: readonly O[], theirs: Theirs): O | null =>
  ours.find((one) => isMarked(one, theirs)) ??
  (carriesSomeNumber(theirs) ? null : ours.find((one) => hasSameLines(one, theirs))) ??
  null;
