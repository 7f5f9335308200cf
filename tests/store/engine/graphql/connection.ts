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
  const start = args.after ? indexOf(cursors, args.after) + 1 : 0;
  const end = args.before ? indexOf(cursors, args.before) : ordered.length;
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

function encodeCursor<Node>(node: Node, cursorOf: CursorOf<Node>): string {
  const lastId = Number(numericId(cursorOf.id(node)));
  const lastValue = cursorOf.value ? cursorOf.value(node) : lastId;
  return Buffer.from(JSON.stringify({ last_id: lastId, last_value: lastValue })).toString("base64");
}

function indexOf(cursors: string[], cursor: string): number {
  const exact = cursors.indexOf(cursor);
  if (exact >= 0) return exact;
  const lastId = readCursor(cursor);
  if (lastId === undefined) throw new BadRequest(`Invalid cursor for current pagination sort.`);
  return cursors.findIndex((candidate) => readCursor(candidate) === lastId);
}

function readCursor(cursor: string): number | undefined {
  try {
    const decoded = JSON.parse(Buffer.from(cursor, "base64").toString()) as { last_id?: unknown };
    return typeof decoded.last_id === "number" ? decoded.last_id : undefined;
  } catch {
    return undefined;
  }
}
