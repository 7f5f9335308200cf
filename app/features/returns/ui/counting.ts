import type { Disposition } from "../inspection";

/** What is counted of one line while somebody stands at the table. */
export type Counted = {
  accepted: number;
  rejected: number;
  rejectReason: string;
  disposition: Extract<Disposition, "restock" | "damaged">;
  locationId: string;
};
export type Counts = Readonly<Record<string, Counted>>;

export type CountedStray = {
  kind: "wrong" | "unexpected";
  title: string;
  sku: string;
  quantity: number;
  note: string;
};

type Line = {
  id: string;
  quantity: number;
  acceptedQuantity: number;
  rejectedQuantity: number;
  rejectReason: string | null;
  disposition: string | null;
  locationId: string | null;
};

/** Where counting begins: at nothing, or where somebody left off. */
export const startCounts = (lines: readonly Line[]): Counts =>
  Object.fromEntries(
    lines.map((line) => [
      line.id,
      {
        accepted: line.acceptedQuantity,
        rejected: line.rejectedQuantity,
        rejectReason: line.rejectReason ?? "",
        disposition: line.disposition === "damaged" ? "damaged" : "restock",
        locationId: line.locationId ?? "",
      } satisfies Counted,
    ]),
  );

/** One more or one less of what is accepted or rejected; never below nothing, never more than was asked for. */
export function changed(
  counts: Counts,
  line: { id: string; quantity: number },
  what: "accepted" | "rejected",
  by: number,
): Counts {
  const had = counts[line.id];
  if (!had) return counts;
  const other = what === "accepted" ? had.rejected : had.accepted;
  const next = Math.min(Math.max(0, had[what] + by), line.quantity - other);
  return { ...counts, [line.id]: { ...had, [what]: next } };
}

/** All of every line accepted. */
export const allFine = (counts: Counts, lines: readonly { id: string; quantity: number }[]): Counts =>
  Object.fromEntries(
    lines.flatMap((line) => {
      const had = counts[line.id];
      return had ? [[line.id, { ...had, accepted: line.quantity, rejected: 0 }]] : [];
    }),
  );

/** What it comes to. */
export function sumOf(counts: Counts, lines: readonly { id: string; quantity: number }[]) {
  const all = lines.reduce((sum, line) => sum + line.quantity, 0);
  const accepted = lines.reduce((sum, line) => sum + (counts[line.id]?.accepted ?? 0), 0);
  const rejected = lines.reduce((sum, line) => sum + (counts[line.id]?.rejected ?? 0), 0);
  return { accepted, rejected, missing: all - accepted - rejected };
}

/** The inspection as it is sent: what was neither accepted nor rejected did not come. */
export const inspectionOf = (
  counts: Counts,
  lines: readonly { id: string }[],
  strays: readonly CountedStray[],
) => ({
  lines: lines.flatMap((line) => {
    const one = counts[line.id];
    if (!one) return [];
    const { accepted, rejected, rejectReason, disposition, locationId } = one;
    const received = accepted + rejected;
    return {
      ...{ lineId: line.id, received, accepted, rejected },
      rejectReason: rejected > 0 ? rejectReason : null,
      disposition: received === 0 ? ("missing" as const) : disposition,
      locationId: locationId || null,
    };
  }),
  strays: strays
    .filter((one) => one.title.trim() !== "")
    .map(({ sku, note, ...one }) => ({ ...one, sku: sku || null, note: note || null })),
});
