import type { Kind, Occasion } from "../kind";
import { scopeOf } from "./say-edited";
import type { Value } from "./variables";

/** A name that a template may use, as it is typed, and what it is in the sample. */
export type Named = { name: string; sample: string; is: "value" | "list" | "part" };

/** Every name of a kind's templates; names inside a list are those of its entries. */
export function namesOf(kind: Kind, occasion: Occasion): Named[] {
  const { scope, parts } = scopeOf(kind, occasion);
  return Object.entries(scope).flatMap(([name, value]) =>
    name in parts ? [{ name, sample: "", is: "part" as const }] : named(name, value as Value),
  );
}

function named(name: string, value: Value): Named[] {
  if (Array.isArray(value)) {
    const [first] = value as readonly Value[];
    const inside = isGroup(first) ? Object.entries(first) : [];
    const one = name.replace(/s$/, "");
    return [
      { name, sample: String(value.length), is: "list" },
      ...inside.flatMap(([key, entry]) => named(`${one}.${key}`, entry)),
    ];
  }
  if (isGroup(value)) return Object.entries(value).flatMap(([key, entry]) => named(`${name}.${key}`, entry));
  return [{ name, sample: value === null ? "" : String(value), is: "value" }];
}

const isGroup = (value: Value | undefined): value is { readonly [name: string]: Value } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
