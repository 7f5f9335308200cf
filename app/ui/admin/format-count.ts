const format = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

/** A number of things as the admin writes it: 12,345. */
export const formatCount = (count: number): string => format.format(count);
