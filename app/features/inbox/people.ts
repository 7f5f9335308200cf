/** Somebody who works in the shop, by Shopify's user id. */
export type StaffMember = { id: string; name: string };

/** Who does something: somebody of the staff, or one of the shop's rules, by its name. What rules do begins no rule. */
export type Doer = StaffMember & { ruleId?: string };

const MOST_MENTIONED = 20;
const MOST_LETTERS = 120;

/**
 * Whom a note mentions: "@" and a whole name, or a first name that only one person has. The longest name that
 * fits counts, and letters alike in any case; a name inside a longer word is none.
 */
export function mentioned(text: string, staff: readonly StaffMember[]): StaffMember[] {
  const found = new Map<string, StaffMember>();
  for (const { person } of callsIn(text, staff)) {
    if (person) found.set(person.id, person);
    if (found.size >= MOST_MENTIONED) break;
  }
  return [...found.values()];
}

/** The names after an "@" by which nobody can be called, or more than one person, as they were typed; each once. */
export function uncalled(text: string, staff: readonly StaffMember[]): string[] {
  const names = callsIn(text, staff).flatMap(({ person, rest }) =>
    person ? [] : (rest.match(/^\p{L}[\p{L}\p{M}\p{N}'’-]*/u)?.[0] ?? []),
  );
  return [...new Set(names)].slice(0, MOST_MENTIONED);
}

const AT = /(?<![\p{L}\p{N}@.])@/gu;

/** Every "@" that begins a word, what follows it, and who is called by that; null: nobody. */
function callsIn(text: string, staff: readonly StaffMember[]) {
  const calls = callsOf(staff);
  return [...text.matchAll(AT)].map(({ index }) => {
    const rest = text.slice(index + 1, index + 1 + MOST_LETTERS);
    const said = folded(rest);
    const call = calls.find(
      ({ name }) => said.startsWith(name) && !/^[\p{L}\p{N}]/u.test(said.slice(name.length)),
    );
    return { rest, person: call?.person ?? null };
  });
}

const folded = (text: string): string => text.normalize("NFC").toLocaleLowerCase("en");
const wholeName = ({ name }: StaffMember): string => folded(name.trim());

/** The names by which people can be called, the longest first. Two of one name cannot be called by it. */
function callsOf(staff: readonly StaffMember[]): { name: string; person: StaffMember }[] {
  const byName = new Map<string, StaffMember[]>();
  for (const person of staff) {
    const whole = wholeName(person);
    for (const name of new Set([whole, whole.split(/\s+/)[0] ?? ""]))
      if (name !== "") byName.set(name, [...(byName.get(name) ?? []), person]);
  }
  return [...byName]
    .flatMap(([name, [person, another]]) => (person && !another ? [{ name, person }] : []))
    .sort((one, other) => other.name.length - one.name.length);
}

/** A name that is being typed: where its "@" stands, where its last letter ends, and what stands between. */
export type Call = { from: number; to: number; typed: string };

/** What is typed at a place of a text, where that is a name after an "@"; null: something else. */
export function callAt(text: string, place: number): Call | null {
  const from = [...text.slice(0, place).matchAll(AT)].at(-1)?.index;
  if (from === undefined) return null;
  const typed = text.slice(from + 1, place);
  return typed.length > MOST_LETTERS || /^\s|[\n@]/.test(typed) ? null : { from, to: place, typed };
}

const MOST_OFFERED = 8;

/** Who can be called and has a name, or a word in it, that begins so; who cannot be told from another is left out. */
export function offered(typed: string, people: readonly StaffMember[]): StaffMember[] {
  const begun = folded(typed);
  const whole = people.map(wholeName);
  return people
    .filter((person) => {
      const name = wholeName(person);
      const isOne = name !== "" && whole.indexOf(name) === whole.lastIndexOf(name);
      return isOne && (name.startsWith(begun) || name.split(/\s+/).some((word) => word.startsWith(begun)));
    })
    .slice(0, MOST_OFFERED);
}

/** The text with a person called where a name was typed, and the place after it. */
export function withCall(text: string, { from, to }: Call, { name }: StaffMember) {
  const before = `${text.slice(0, from)}@${name.trim()} `;
  return { text: before + text.slice(to).replace(/^ /, ""), place: before.length };
}
