/** Somebody who works in the shop, by Shopify's user id. */
export type StaffMember = { id: string; name: string };

/** Who does something: somebody of the staff, or one of the shop's rules, by its name. What rules do begins no rule. */
export type Doer = StaffMember & { ruleId?: string };

const MOST_MENTIONED = 20;

/**
 * Whom a note mentions: "@" and a whole name, or a first name that only one person has. The longest name that
 * fits counts, and letters alike in any case; a name inside a longer word is none.
 */
export function mentioned(text: string, staff: readonly StaffMember[]): StaffMember[] {
  const calls = callsOf(staff);
  const found = new Map<string, StaffMember>();
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}@.])@/gu)) {
    const rest = folded(text.slice(index + 1, index + 1 + 120));
    const call = calls.find(
      ({ name }) => rest.startsWith(name) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length)),
    );
    if (call) found.set(call.person.id, call.person);
    if (found.size >= MOST_MENTIONED) break;
  }
  return [...found.values()];
}

const folded = (text: string): string => text.normalize("NFC").toLocaleLowerCase("en");

/** The names by which people can be called, the longest first. Two of one name cannot be called by it. */
function callsOf(staff: readonly StaffMember[]): { name: string; person: StaffMember }[] {
  const byName = new Map<string, StaffMember[]>();
  for (const person of staff) {
    const whole = folded(person.name.trim());
    for (const name of new Set([whole, whole.split(/\s+/)[0] ?? ""]))
      if (name !== "") byName.set(name, [...(byName.get(name) ?? []), person]);
  }
  return [...byName]
    .flatMap(([name, [person, another]]) => (person && !another ? [{ name, person }] : []))
    .sort((one, other) => other.name.length - one.name.length);
}
