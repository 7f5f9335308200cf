import { addDays, type CalendarDay, dayIn } from "~/values/calendar";
import { ok, type Result, refuse } from "~/values/result";
import { holds, type ReturnState } from "./states";

/** What the merchant decided about returns, with the zone in which their days are counted. */
export type ReturnPolicy = {
  /** days after delivery during which a return may be asked for; 0: never */
  windowDays: number;
  /** days added to the ship date when nobody told of the delivery */
  bufferDays: number;
  finalSaleTag: string;
  autoApprove: boolean;
  /** IANA zone of the shop */
  timeZone: string;
  /** which version of the settings decides: it is kept with the decision */
  version: number;
};

/** An order, as far as returns depend on it. */
export type ReturnableOrder = {
  lines: {
    id: string;
    quantity: number;
    /** what is left after refunds and edits, as Shopify says */
    currentQuantity: number;
    giftCard: boolean;
    productTags: readonly string[];
  }[];
  parcels: {
    state: string;
    shippedAt: Date;
    deliveredAt: Date | null;
    lines: readonly { id: string; orderLineId: string; quantity: number }[];
  }[];
  /** the lines of every return of this order, whatever its state */
  returned: readonly TakenLine[];
};

export type TakenLine = {
  orderLineId: string;
  fulfilmentLineId: string;
  quantity: number;
  state: ReturnState;
};

/** What somebody asks to send back: so many of an order's line. */
export type ReturnRequest = { lines: readonly { orderLineId: string; quantity: number }[] };

/** Units of one parcel's line that come back. */
export type AllocatedLine = { orderLineId: string; fulfilmentLineId: string; quantity: number };

/** Why a line cannot come back, in the order in which it is said. */
export type LineBar =
  | "returns.giftCard"
  | "returns.finalSale"
  | "returns.notDelivered"
  | "returns.alreadyReturned"
  | "returns.windowClosed";

/** What a decision rests on, for the sentence that explains it. */
export type DecisionGrounds = {
  windowDays: number;
  bufferDays: number;
  /** the window counts from here */
  countedFrom: "delivery" | "shipping";
  /** the last day on which a return may be asked for, until its end in the shop's zone */
  lastDay: CalendarDay;
};

export type Allowed = {
  /** the rule that decided */
  rule: "window";
  policyVersion: number;
  next: "approve" | "review";
  lines: AllocatedLine[];
  grounds: DecisionGrounds;
};

/** One line of an order and what may come back of it. */
export type ReturnableLine = {
  orderLineId: string;
  /** how many may come back now; 0 exactly when there is a bar */
  most: number;
  bar: LineBar | null;
  /** present when something of the line was sent */
  grounds: DecisionGrounds | null;
};

/**
 * Decides whether what somebody asks for may come back. Allowed: which parcels' lines it is taken from, and
 * whether it is approved at once or waits for a person. Refused: the code, with `rule` and what the sentence
 * needs in its detail (`orderLineId`, `most`, `lastDay`, `windowDays`). Days are calendar days of the shop's
 * zone; the window closes at the end of its last day.
 */
export function decideReturn(
  policy: ReturnPolicy,
  order: ReturnableOrder,
  request: ReturnRequest,
  now: Date,
): Result<Allowed> {
  const wanted = new Map<string, number>();
  for (const { orderLineId, quantity } of request.lines) {
    if (!Number.isSafeInteger(quantity) || quantity < 0) return refuse("input.invalid", { rule: "quantity" });
    if (quantity > 0) wanted.set(orderLineId, (wanted.get(orderLineId) ?? 0) + quantity);
  }
  if (wanted.size === 0) return refuse("returns.nothingChosen", { rule: "chosen" });

  const lines: AllocatedLine[] = [];
  let tightest: DecisionGrounds | null = null;
  for (const [orderLineId, quantity] of wanted) {
    const line = order.lines.find((one) => one.id === orderLineId);
    if (!line) return refuse("returns.lineUnknown", { rule: "line" });
    const open = openUnits(policy, order, line, now);
    if (open.bar) return refuse(open.bar, { rule: RULE_OF[open.bar], orderLineId, ...said(open.grounds) });
    if (quantity > open.most)
      return refuse("returns.quantityTooLarge", { rule: "quantity", orderLineId, most: open.most });
    const taken = allocate(open.units, orderLineId, quantity, open.most);
    lines.push(...taken.map(({ grounds: _grounds, ...rest }) => rest));
    for (const { grounds } of taken) if (!tightest || grounds.lastDay < tightest.lastDay) tightest = grounds;
  }
  if (!tightest) return refuse("returns.nothingChosen", { rule: "chosen" });
  const next = policy.autoApprove ? "approve" : "review";
  return ok({ rule: "window", policyVersion: policy.version, next, lines, grounds: tightest });
}

/** Every line of the order with how many of it may come back now, or why none. */
export const returnableLines = (policy: ReturnPolicy, order: ReturnableOrder, now: Date): ReturnableLine[] =>
  order.lines.map((line) => {
    const { most, bar, grounds } = openUnits(policy, order, line, now);
    return { orderLineId: line.id, most, bar, grounds };
  });

const RULE_OF: Record<LineBar, string> = {
  "returns.giftCard": "giftCard",
  "returns.finalSale": "finalSale",
  "returns.notDelivered": "fulfilled",
  "returns.alreadyReturned": "quantity",
  "returns.windowClosed": "window",
};

const said = (grounds: DecisionGrounds | null): Record<string, string | number> =>
  grounds ? { lastDay: grounds.lastDay, windowDays: grounds.windowDays } : {};

/** Parcels that never reached the shopper have nothing to send back. */
const NOT_THERE = new Set(["cancelled", "returned", "failed"]);

type Unit = { fulfilmentLineId: string; free: number; grounds: DecisionGrounds };
type Open = { most: number; bar: LineBar | null; grounds: DecisionGrounds | null; units: Unit[] };

function openUnits(
  policy: ReturnPolicy,
  order: ReturnableOrder,
  line: ReturnableOrder["lines"][number],
  now: Date,
): Open {
  const shut = (bar: LineBar, grounds: DecisionGrounds | null = null): Open => ({
    most: 0,
    bar,
    grounds,
    units: [],
  });
  if (line.giftCard) return shut("returns.giftCard");
  if (hasTag(line.productTags, policy.finalSaleTag)) return shut("returns.finalSale");
  const sent = sentUnits(policy, order, line.id);
  if (sent.length === 0) return shut("returns.notDelivered");
  const today = dayIn(now, policy.timeZone);
  const latest = sent.reduce((one, other) => (other.grounds.lastDay > one.grounds.lastDay ? other : one));
  const left = stillBought(order, line);
  const free = sent.filter((unit) => unit.free > 0);
  if (left === 0 || free.length === 0) return shut("returns.alreadyReturned", latest.grounds);
  // a window of no days: the shop takes nothing back
  const units = policy.windowDays > 0 ? free.filter((unit) => today <= unit.grounds.lastDay) : [];
  if (units.length === 0) return shut("returns.windowClosed", latest.grounds);
  const most = Math.min(left, sum(units.map((unit) => unit.free)));
  const closing = units.reduce((one, other) => (other.grounds.lastDay < one.grounds.lastDay ? other : one));
  return { most, bar: null, grounds: closing.grounds, units };
}

/** What was sent of a line, parcel by parcel, with how much of it is in no return yet. */
function sentUnits(policy: ReturnPolicy, order: ReturnableOrder, orderLineId: string): Unit[] {
  return order.parcels
    .filter((parcel) => !NOT_THERE.has(parcel.state))
    .flatMap((parcel) =>
      parcel.lines
        .filter((one) => one.orderLineId === orderLineId && one.quantity > 0)
        .map((one) => ({
          fulfilmentLineId: one.id,
          free: Math.max(0, one.quantity - takenOf(order, (taken) => taken.fulfilmentLineId === one.id)),
          grounds: groundsOf(policy, parcel),
        })),
    );
}

/**
 * Bought, minus what is in returns, minus what Shopify took off the line otherwise (refunds without a return,
 * edits). What returns took off there is known to us and counted once.
 */
function stillBought(order: ReturnableOrder, line: ReturnableOrder["lines"][number]): number {
  const ofLine = (taken: TakenLine) => taken.orderLineId === line.id;
  const inReturns = takenOf(order, ofLine);
  const throughReturns = takenOf(order, (taken) => ofLine(taken) && taken.state !== "requested");
  const gone = Math.max(0, line.quantity - line.currentQuantity);
  return Math.max(0, line.quantity - inReturns - Math.max(0, gone - throughReturns));
}

const takenOf = (order: ReturnableOrder, which: (taken: TakenLine) => boolean): number =>
  sum(order.returned.filter((taken) => holds(taken.state) && which(taken)).map((taken) => taken.quantity));

function groundsOf(policy: ReturnPolicy, parcel: ReturnableOrder["parcels"][number]): DecisionGrounds {
  const { windowDays, bufferDays, timeZone } = policy;
  const arrived = parcel.deliveredAt
    ? dayIn(parcel.deliveredAt, timeZone)
    : addDays(dayIn(parcel.shippedAt, timeZone), bufferDays);
  const countedFrom = parcel.deliveredAt ? "delivery" : "shipping";
  return { windowDays, bufferDays, countedFrom, lastDay: addDays(arrived, windowDays) };
}

/** Takes the units whose window closes first, so that the others can still come back later. */
function allocate(units: Unit[], orderLineId: string, quantity: number, most: number) {
  const taken: (AllocatedLine & { grounds: DecisionGrounds })[] = [];
  let left = Math.min(quantity, most);
  for (const unit of [...units].sort((a, b) => (a.grounds.lastDay < b.grounds.lastDay ? -1 : 1))) {
    const some = Math.min(unit.free, left);
    if (some === 0) continue;
    taken.push({
      orderLineId,
      fulfilmentLineId: unit.fulfilmentLineId,
      quantity: some,
      grounds: unit.grounds,
    });
    left -= some;
  }
  return taken;
}

const hasTag = (tags: readonly string[], tag: string): boolean =>
  tag.trim() !== "" && tags.some((one) => one.trim().toLowerCase() === tag.trim().toLowerCase());

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
