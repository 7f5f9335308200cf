import { executeSync, type FieldNode, Kind, type OperationDefinitionNode, parse, visit } from "graphql";
import type { Context } from "../graphql/resolvers";
import { schemaFor } from "../graphql/schema";

type Line = Record<string, unknown>;

const PAGE = 250;

/** Runs a query to its last page and lays its nodes out as lines, children after their parent. */
export function bulkLines(query: string, context: Context): Line[] {
  const lines: Line[] = [];
  let after: string | undefined;
  do {
    const { data, errors } = executeSync({
      schema: schemaFor(context.version),
      document: visit(parse(query), {
        OperationDefinition: { leave: (node) => rootPage(node, after) },
        Field: (node) => (isConnectionField(node) ? withArgument(node, "first", PAGE) : undefined),
      }),
      rootValue: {},
      contextValue: context,
      fieldResolver: context.resolve,
    });
    if (errors?.[0]) throw errors[0];
    const [root] = Object.values(data ?? {});
    flatten(root, undefined, lines);
    after = nextCursor(root);
  } while (after);
  return lines;
}

/** The root connection goes on where the last page ended, and says whether there is more. */
function rootPage(operation: OperationDefinitionNode, after: string | undefined): OperationDefinitionNode {
  const asksPage = parse("{ pageInfo { hasNextPage endCursor } }").definitions[0];
  const pageInfo = asksPage?.kind === Kind.OPERATION_DEFINITION ? asksPage.selectionSet.selections : [];
  const selections = operation.selectionSet.selections.map((field) => {
    if (field.kind !== Kind.FIELD || !field.selectionSet) return field;
    const selectionSet = {
      ...field.selectionSet,
      selections: [...field.selectionSet.selections, ...pageInfo],
    };
    return withArgument({ ...field, selectionSet }, "after", after);
  });
  return { ...operation, selectionSet: { ...operation.selectionSet, selections } };
}

function isConnectionField(node: FieldNode): boolean {
  return Boolean(
    node.selectionSet?.selections.some(
      (each) => each.kind === Kind.FIELD && ["edges", "nodes"].includes(each.name.value),
    ),
  );
}

function withArgument(node: FieldNode, name: string, value: string | number | undefined): FieldNode {
  if (value === undefined) return node;
  const others = (node.arguments ?? []).filter((each) => each.name.value !== name);
  const literal =
    typeof value === "number"
      ? ({ kind: Kind.INT, value: String(value) } as const)
      : ({ kind: Kind.STRING, value } as const);
  return {
    ...node,
    arguments: [...others, { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value: literal }],
  };
}

function nextCursor(root: unknown): string | undefined {
  const { pageInfo } = (root ?? {}) as { pageInfo?: { hasNextPage: boolean; endCursor: string | null } };
  return pageInfo?.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined;
}

function flatten(value: unknown, parentId: string | undefined, lines: Line[]): void {
  for (const node of nodesOf(value)) {
    const line: Line = {};
    const children: unknown[] = [];
    for (const [key, inner] of Object.entries(node)) {
      if (isConnectionValue(inner)) children.push(inner);
      else line[key] = inner;
    }
    if (parentId) line.__parentId = parentId;
    lines.push(line);
    for (const child of children) flatten(child, typeof node.id === "string" ? node.id : undefined, lines);
  }
}

function nodesOf(value: unknown): Line[] {
  if (!isConnectionValue(value)) return [];
  return value.nodes ?? (value.edges ?? []).map((edge) => edge.node);
}

function isConnectionValue(value: unknown): value is { nodes?: Line[]; edges?: { node: Line }[] } {
  if (typeof value !== "object" || value === null) return false;
  const lists = value as { nodes?: unknown; edges?: unknown };
  return Array.isArray(lists.nodes) || Array.isArray(lists.edges);
}
