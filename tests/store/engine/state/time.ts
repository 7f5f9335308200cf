/** Instants are kept as Shopify shows them: UTC to the second, so that text order is time order. */
export type Instant = string;

export function toInstant(date: Date): Instant {
  return `${date.toISOString().slice(0, 19)}Z`;
}

export function readDateTime(text: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?)?$/.test(text))
    return undefined;
  const hasZone = /(Z|UTC|[+-]\d{2}:?\d{2})$/.test(text) && text.length > 10;
  const at = new Date(hasZone || text.length === 10 ? text : `${text.replace(" ", "T")}Z`);
  return Number.isNaN(at.getTime()) ? undefined : toInstant(at);
}

/** An input value the schema has already checked. */
export function instantOf(text: string | null | undefined): Instant | null {
  return text ? (readDateTime(text) ?? null) : null;
}

export function plusDays(instant: Instant, days: number): Instant {
  return toInstant(new Date(Date.parse(instant) + days * 86_400_000));
}
