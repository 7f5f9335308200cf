import { z } from "zod";
import {
  RETENTION_CLASSES,
  type RetentionClass,
  type RetentionDays,
  readDays,
} from "~/features/settings/rules";

const sent = z.record(z.string(), z.string().max(20));

/** Days by class as they stand in fields; what is kept for good is an empty one. */
export const typedRetention = (days: RetentionDays): Record<RetentionClass, string> =>
  Object.fromEntries(
    RETENTION_CLASSES.map((name) => [name, days[name] === null ? "" : String(days[name])]),
  ) as Record<RetentionClass, string>;

/** What staff typed, read; or the classes whose days cannot be. */
export function readRetention(
  typed: unknown,
): { value: RetentionDays; problems: [] } | { value: null; problems: RetentionClass[] } {
  const fields = sent.safeParse(typed).data ?? {};
  const read = RETENTION_CLASSES.map((name) => [name, readDays(name, fields[name] ?? "")] as const);
  const problems = read.flatMap(([name, days]) => (days === undefined ? [name] : []));
  if (problems.length > 0) return { value: null, problems };
  return { value: Object.fromEntries(read) as RetentionDays, problems: [] };
}
