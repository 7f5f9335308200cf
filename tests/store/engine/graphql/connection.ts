import { numericId } from "../state/ids";
import { BadRequest } from "./errors";

export interface ConnectionArgs {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
}

export interface Connection<Node> {
  edges: { node: Node; cursor: string }[];
  nodes: Node[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number;
}

const LARGEST_PAGE = 250;

/** What a cursor remembers: the node's id and the value it was sorted by. */
export interface CursorOf<Node> {
  id: (node: Node) => string;
  value?: (node: Node) => string | number;
}

/** Pages through a list that is already filtered and sorted (`reverse` is applied here). */
export function connection<Node>(
  list: readonly Node[],
  args: ConnectionArgs,
  cursorOf: CursorOf<Node>,
): Connection<Node> {
  checkSize(args);
  const ordered = args.reverse ? [...list].reverse() : [...list];
  const cursors = ordered.map((node) => encodeCursor(node, cursorOf));
  const places = ordered.map((node) => placeOf(node, cursorOf));
  const start = args.after ? firstBeyond(places, args.after, Boolean(args.reverse)) : 0;
  const end = args.before ? lastShortOf(places, args.before, Boolean(args.reverse)) : ordered.length;
  let from = start;
  let to = end;
  if (args.first != null) to = Math.min(to, from + args.first);
  else if (args.last != null) from = Math.max(from, to - args.last);
  const nodes = ordered.slice(from, to);
  const shown = cursors.slice(from, to);
  return {
    edges: nodes.map((node, index) => ({ node, cursor: shown[index] ?? "" })),
    nodes,
    pageInfo: {
      hasNextPage: to < ordered.length,
      hasPreviousPage: from > 0,
      startCursor: shown[0] ?? null,
      endCursor: shown.at(-1) ?? null,
    },
    totalCount: ordered.length,
  };
}

/** For nodes with an id and no other sort value. */
export function nodeConnection<Node extends { id: string }>(
  list: readonly Node[],
  args: ConnectionArgs,
): Connection<Node> {
  return connection(list, args, { id: (node) => node.id });
}

function checkSize({ first, last }: ConnectionArgs): void {
  if (first == null && last == null) throw new BadRequest("you must provide one of first or last");
  if (first != null && last != null) {
    throw new BadRequest("providing both first and last is not supported");
  }
  const size = first ?? last ?? 0;
  if (size < 0)
    throw new BadRequest(`${first != null ? "first" : "last"} must be greater than or equal to 0`);
  if (size > LARGEST_PAGE) {
    throw new BadRequest(`${first != null ? "first" : "last"} must be less than or equal to ${LARGEST_PAGE}`);
  }
}

/** A node's place in the order of the list. */
interface Place {
  last_id: number;
  last_value: string | number;
}

function placeOf<Node>(node: Node, cursorOf: CursorOf<Node>): Place {
  const last_id = Number(numericId(cursorOf.id(node)));
  return { last_id, last_value: cursorOf.value ? cursorOf.value(node) : last_id };
}

function encodeCursor<Node>(node: Node, cursorOf: CursorOf<Node>): string {
  return Buffer.from(JSON.stringify(placeOf(node, cursorOf))).toString("base64");
}

/**
 * Where a page begins. The cursor is a place, not a node: whatever has moved since the last page is met again at
 * its new place.
 */
function firstBeyond(places: Place[], cursor: string, isReverse: boolean): number {
  const place = readCursor(cursor);
  const same = places.findIndex((each) => isSame(each, place));
  if (same >= 0) return same + 1;
  const beyond = places.findIndex((each) => isBeyond(each, place, isReverse));
  return beyond >= 0 ? beyond : places.length;
}

function lastShortOf(places: Place[], cursor: string, isReverse: boolean): number {
  const place = readCursor(cursor);
  const stop = places.findIndex((each) => isSame(each, place) || isBeyond(each, place, isReverse));
  return stop >= 0 ? stop : places.length;
}

function isSame(one: Place, other: Place): boolean {
  return one.last_id === other.last_id && one.last_value === other.last_value;
}

function isBeyond(one: Place, other: Place, isReverse: boolean): boolean {
  const later =
    one.last_value === other.last_value ? one.last_id > other.last_id : one.last_value > other.last_value;
  return later !== isReverse;
}

function readCursor(cursor: string): Place {
  try {
    const decoded = JSON.parse(Buffer.from(cursor, "base64").toString()) as Partial<Place>;
    if (typeof decoded.last_id === "number" && decoded.last_value !== undefined) {
      return { last_id: decoded.last_id, last_value: decoded.last_value };
    }
  } catch {
    // Not base64, or not JSON: refused below.
  }
  throw new BadRequest("Invalid cursor for current pagination sort.");
}
