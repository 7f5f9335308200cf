type Json = Record<string, unknown>;

/** Keeps what a subscription's `include_fields` names; `customer.id` reaches inside. */
export function includeFields(payload: Json, fields: string[] | undefined): Json {
  if (!fields || fields.length === 0) return payload;
  const kept: Json = {};
  for (const field of fields) copy(payload, kept, field.split("."));
  return kept;
}

function copy(from: Json, to: Json, [head, ...rest]: string[]): void {
  if (head === undefined || !(head in from)) return;
  const value = from[head];
  if (rest.length === 0) {
    to[head] = value;
  } else if (Array.isArray(value)) {
    to[head] ??= value.map(() => ({}));
    const list = to[head] as Json[];
    for (const [at, item] of value.entries()) copy(item as Json, list[at] ?? {}, rest);
  } else if (typeof value === "object" && value !== null) {
    to[head] ??= {};
    copy(value as Json, to[head] as Json, rest);
  }
}
