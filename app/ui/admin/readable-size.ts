/** The largest unit that a file has one of, and what it is in bytes. */
const UNITS = [
  ["megabyte", 1_000_000],
  ["kilobyte", 1_000],
] as const;

/** A file's size as staff read it: "34.5 kB"; `bytes` of the file. */
export function readableSize(bytes: number): string {
  const [unit, of] = UNITS.find(([, least]) => bytes >= least) ?? (["byte", 1] as const);
  const unitDisplay = of === 1 ? "long" : "short"; // "10 bytes", not "10 byte"
  const style = { style: "unit", unit, unitDisplay, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat("en", style).format(bytes / of);
}
