import { formatMoney } from "~/values/money";
import { automationWords as words } from "../words/staff-automation";
import type { Action } from "./actions";
import { ABOUT, type Condition, shapeOf } from "./conditions";
import type { Met } from "./evaluate";
import type { RuleSays } from "./rule";

/** What a sentence needs beside the rule: how its reader writes money, and what its macros are called. */
export type Reading = {
  locale: string;
  /** the shop's */
  currency: string;
  macros: ReadonlyMap<string, string>;
};

/** What a rule does, in a sentence or two that can be read aloud. */
export function ruleSentence(says: Omit<RuleSays, "name">, reading: Reading): string {
  const { sentence } = words;
  const begins = words.when[says.on];
  const when = says.hours === null ? begins : words.forHours(begins, says.hours);
  const conditions = says.conditions.map((one) => conditionText(one, reading));
  const before = conditions.length === 0 ? when : sentence[says.match](when, conditions);
  const acts = sentence.acts(
    before,
    says.actions.map((one) => actionText(one, reading)),
  );
  return says.stops ? sentence.stops(acts) : acts;
}

/** A condition, as it stands after "if". */
export function conditionText(condition: Condition, { locale, currency }: Reading): string {
  const { sentence } = words;
  const about = words.abouts[condition.about];
  if (typeof condition.is === "boolean")
    return condition.is ? about : (words.contrary[condition.about] ?? about);
  if ("than" in condition) {
    const isMoney = shapeOf(condition.about) === "amount";
    const than = isMoney ? formatMoney({ amount: BigInt(condition.than), currency }, locale) : condition.than;
    return sentence[condition.is](about, than);
  }
  const of = words.or(condition.of.map((one) => choiceName(condition, one, locale)));
  if (shapeOf(condition.about) === "words")
    return condition.is === "is" ? sentence.says(about, of) : sentence.saysNot(about, of);
  return sentence[condition.is](about, of);
}

/** What a condition met, as it is told in the log; null: nothing. */
export function valueText(
  { condition, value }: Pick<Met, "condition" | "value">,
  { locale, currency }: Reading,
): string | null {
  if (value === null) return null;
  const shape = shapeOf(condition.about);
  if (shape === "amount") return formatMoney({ amount: BigInt(value), currency }, locale);
  if (shape === "oneOf")
    return value
      .split(", ")
      .map((one) => choiceName(condition, one, locale))
      .join(", ");
  return words.yesNo[value] ?? value;
}

/** What a value is called that a condition names. */
function choiceName({ about }: Condition, value: string, locale: string): string {
  if (about === "language") return languageName(value);
  if (about === "country") return countryName(value, locale);
  return words.quoted(ABOUT[about].choices ? (words.choices[value] ?? value) : value);
}

/** Staff read English. */
export const languageName = (locale: string): string =>
  new Intl.DisplayNames("en", { type: "language" }).of(locale) ?? locale;

function countryName(code: string, locale: string): string {
  const isCode = /^[a-z]{2}$/i.test(code);
  return (isCode && new Intl.DisplayNames(locale, { type: "region" }).of(code.toUpperCase())) || code;
}

/** An action, as it stands after "then". */
export function actionText(action: Action, { macros }: Pick<Reading, "macros">): string {
  const { action: says } = words;
  switch (action.do) {
    case "tag":
    case "untag":
      return says[action.do](action.tag);
    case "prioritise":
      return says.prioritise(words.choices[action.priority] ?? action.priority);
    case "assign":
    case "team":
      return says.assign(action.name);
    case "snooze":
      return says.snooze(
        typeof action.until === "number"
          ? words.inDays(action.until)
          : (words.snoozes[action.until] ?? action.until),
      );
    case "close":
    case "reopen":
    case "note":
      return says[action.do];
    case "reply":
      return says.reply(macros.get(action.macroId) ?? says.replyUnknown);
  }
}
