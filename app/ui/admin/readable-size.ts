/** A file's size as staff read it: "34.5 kB"; `bytes` of the file. */
export const readableSize = (bytes: number): string => {
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  return new Intl.NumberFormat("en", { style: "unit", unit, maximumFractionDigits: 1 }).format(size);
};
