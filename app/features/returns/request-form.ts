import { METHODS, type Method, OUTCOMES, type Outcome } from "./policy-schema";
import { isReturnReason, type ReturnReason } from "./reasons";
import { type Fields, LONGEST_NOTE } from "./schema";

/**
 * A request as it is being filled in: what was typed and chosen so far. It travels in the form itself from page
 * to page, since the app proxy passes no cookies; nothing in it is believed until the request is decided.
 */
export type Draft = {
  /** made with the first page: the same request sent twice is one */
  requestKey: string;
  /** the request that this one takes the place of */
  instead: string | null;
  /** the approved return that this is put on, where that can be */
  addTo?: string | null;
  /** other orders whose things are offered too */
  alsoOrders: string[];
  lines: DraftLine[];
  method: Method | null;
  note: string;
};
export type DraftLine = {
  orderLineId: string;
  /** of units of one line that come back for other reasons or outcomes: which of them; absent: the first */
  part?: number | undefined;
  /** as typed: NaN when it is no number */
  quantity: number;
  reason: ReturnReason | null;
  /** by the question's id */
  answers: Record<string, string>;
  /** tokens of the photos that were handed over */
  photos: string[];
  outcome: Outcome | null;
  /** the variant to be sent instead, and what was searched for it */
  variantId: string | null;
  search: string;
};

/** The name of a draft's line in the form: the order line's id, with the number of a further part: "123_2". */
export const rowOf = ({ orderLineId, part = 1 }: Pick<DraftLine, "orderLineId" | "part">): string =>
  part === 1 ? orderLineId : `${orderLineId}_${part}`;

/** What `rowOf` writes, as a pattern for names of fields and buttons. */
export const ROW = "\\d{1,20}(?:_(?:[2-9]|1\\d))?";

/** Parts into which one line of an order may be split. */
export const MOST_PARTS = 10;

/** Things one request may hold, and orders it may be for. */
export const MOST_LINES = 250;
export const MOST_ORDERS = 10;
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ID = /^\d{1,20}$/;
const ROW_ONLY = new RegExp(`^${ROW}$`);
const ANSWER = /^[a-z0-9-]{1,40}$/;

const among = <T extends string>(all: readonly T[], text: string | undefined): T | null =>
  all.find((one) => one === text) ?? null;

/** Reads the form's fields. Null when they are none of ours: a line, key or order that is no such thing. */
export function readDraft(fields: Fields): Draft | null {
  const picked = namesAfter("pick-", fields);
  const alsoOrders = (fields.also ?? "").split(" ").filter(Boolean);
  const wellFormed =
    KEY.test(fields.requestKey ?? "") &&
    picked.length <= MOST_LINES &&
    alsoOrders.length < MOST_ORDERS &&
    picked.every((one) => ROW_ONLY.test(one)) &&
    alsoOrders.every((one) => ID.test(one));
  if (!wellFormed) return null;
  return {
    requestKey: fields.requestKey ?? "",
    instead: KEY.test(fields.instead ?? "") ? (fields.instead ?? null) : null,
    ...(KEY.test(fields.addTo ?? "") ? { addTo: fields.addTo ?? null } : {}),
    alsoOrders: [...new Set(alsoOrders)],
    // a line that is not ticked any more takes what was split off it along
    lines: picked
      .filter((row) => picked.includes(lineOf(row)))
      .map((row) => readLine(fields, row))
      .sort(inTheirOrder),
    method: among(METHODS, fields.method),
    note: (fields.note ?? "").replaceAll("\u0000", "").trim().slice(0, LONGEST_NOTE),
  };
}

/** As they were bought, whatever order their fields came in; of one line its parts one after the other. */
const inTheirOrder = (a: DraftLine, b: DraftLine): number =>
  a.orderLineId.length - b.orderLineId.length ||
  (a.orderLineId === b.orderLineId ? (a.part ?? 1) - (b.part ?? 1) : a.orderLineId < b.orderLineId ? -1 : 1);

const lineOf = (row: string): string => row.split("_")[0] ?? row;

function readLine(fields: Fields, id: string): DraftLine {
  const reason = fields[`reason-${id}`] ?? "";
  const outcome = among(OUTCOMES, fields[`outcome-${id}`]);
  const variantId = (outcome === "exchangeAny" ? fields[`any-${id}`] : fields[`variant-${id}`]) ?? "";
  const answers = namesAfter(`answer-${id}-`, fields)
    .slice(0, 20)
    .flatMap((question) => {
      const answer = fields[`answer-${id}-${question}`] ?? "";
      return ANSWER.test(question) && ANSWER.test(answer) ? [[question, answer] as const] : [];
    });
  const [orderLineId = id, part] = id.split("_");
  return {
    orderLineId,
    ...(part ? { part: Number(part) } : {}),
    quantity: Number(fields[`quantity-${id}`] || 1),
    reason: isReturnReason(reason) ? reason : null,
    answers: Object.fromEntries(answers),
    photos: [...new Set((fields[`photos-${id}`] ?? "").split(" ").filter(Boolean))].slice(0, 20),
    outcome,
    variantId: ID.test(variantId) ? variantId : null,
    search: (fields[`search-${id}`] ?? "").trim().slice(0, 60),
  };
}

/** The fields in which a draft travels on. `leave` keeps out what the page itself asks again. */
export function fieldsOf(
  draft: Draft,
  leave: (name: string) => boolean = () => false,
): Record<string, string> {
  const fields: Record<string, string> = { requestKey: draft.requestKey };
  const set = (name: string, value: string | null) => {
    if (value && !leave(name)) fields[name] = value;
  };
  set("instead", draft.instead);
  set("addTo", draft.addTo ?? null);
  set("also", draft.alsoOrders.join(" "));
  set("method", draft.method);
  set("note", draft.note);
  for (const line of draft.lines) {
    const id = rowOf(line);
    set(`pick-${id}`, "1");
    set(`quantity-${id}`, String(line.quantity));
    set(`reason-${id}`, line.reason);
    for (const [question, answer] of Object.entries(line.answers)) set(`answer-${id}-${question}`, answer);
    set(`photos-${id}`, line.photos.join(" "));
    set(`outcome-${id}`, line.outcome);
    set(line.outcome === "exchangeAny" ? `any-${id}` : `variant-${id}`, line.variantId);
    set(`search-${id}`, line.search);
  }
  return fields;
}

/** The draft with a change to one of its rows. */
export const withRow = (
  draft: Draft,
  row: string,
  change: (line: DraftLine) => Partial<DraftLine>,
): Draft => ({
  ...draft,
  lines: draft.lines.map((line) => (rowOf(line) === row ? { ...line, ...change(line) } : line)),
});

/**
 * The draft with one unit of a line split off, to be given a reason and an outcome of its own: one more when the
 * line has more (`most` may come back), else one of those chosen. Unchanged when there is nothing to split off.
 */
export function split(draft: Draft, orderLineId: string, most: number): Draft {
  const parts = draft.lines.filter((line) => line.orderLineId === orderLineId);
  const [first] = parts;
  const chosen = parts.reduce((sum, line) => sum + line.quantity, 0);
  const giver = chosen < most ? null : parts.find((line) => line.quantity > 1);
  if (!first || giver === undefined || parts.length >= MOST_PARTS) return draft;
  const numbers = parts.map(({ part = 1 }) => part);
  const part = Array.from({ length: MOST_PARTS }, (_, at) => at + 1).find((one) => !numbers.includes(one));
  const nothing = { reason: null, answers: {}, photos: [], outcome: null, variantId: null, search: "" };
  const lessened = giver
    ? withRow(draft, rowOf(giver), ({ quantity }) => ({ quantity: quantity - 1 }))
    : draft;
  return {
    ...lessened,
    lines: lessened.lines.flatMap((line) =>
      line.orderLineId === orderLineId && rowOf(line) === rowOf(parts.at(-1) ?? first)
        ? [line, { ...nothing, orderLineId, part, quantity: 1 }]
        : [line],
    ),
  };
}

/** The draft without what was split off; its units do not come back. */
export const withoutRow = (draft: Draft, row: string): Draft => ({
  ...draft,
  lines: draft.lines.filter((line) => rowOf(line) !== row),
});

const namesAfter = (prefix: string, fields: Fields) =>
  Object.keys(fields).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));

/** What the rules decide about: the lines of one order. */
export const requestOf = (lines: readonly DraftLine[], method: Method | null) => ({
  lines: lines.map((line) => ({
    orderLineId: line.orderLineId,
    quantity: line.quantity,
    reason: line.reason ?? undefined,
    outcome: line.outcome ?? undefined,
    answers: line.answers,
    photos: line.photos.length,
  })),
  method: method ?? undefined,
});
