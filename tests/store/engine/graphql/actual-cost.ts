import {
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { fieldType, isConnection, isFree, mutationCost, pageFactor, pageSize } from "./cost";

type Data = Record<string, unknown>;

interface Walk {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
}

/** What the answer really cost: the same rules, over what came back. */
export function actualCost(walk: Walk, operation: OperationDefinitionNode, data: Data | null): number {
  const isMutation = operation.operation === "mutation";
  const root = isMutation ? walk.schema.getMutationType() : walk.schema.getQueryType();
  if (!root) return 0;
  const fields = childrenOf(walk, operation.selectionSet, root);
  let total = 0;
  for (const field of fields) {
    const { key, name, type, set } = field;
    const value = data?.[key];
    if (!isMutation) {
      total += isCounted(field) ? Math.max(1, valueCost(walk, field, value)) : 0;
      continue;
    }
    total += mutationCost(name);
    if (!set || !isData(value) || !isObjectType(type)) continue;
    for (const child of childrenOf(walk, set, type)) {
      if (!isCounted(child) || isFree(child.type)) continue;
      const below = valueCost(walk, child, value[child.key]);
      total += isConnection(child.type) ? below : Math.max(0, below - 1);
    }
  }
  return total;
}

function valueCost(walk: Walk, { set, type, page }: Counted, value: unknown): number {
  if (isFree(type)) return 0;
  if (Array.isArray(value)) {
    const costs = value.map((item) => valueCost(walk, { set, type, page }, item));
    return Math.max(1, ...costs);
  }
  if (!isData(value)) return 0;
  if (isConnection(type)) return connectionCost(walk, { set, type, page }, value);
  return 1 + belowCost(walk, set, type, value);
}

function belowCost(walk: Walk, set: SelectionSetNode, type: GraphQLNamedType, value: Data): number {
  let total = 0;
  for (const child of childrenOf(walk, set, type)) {
    if (isCounted(child)) total += valueCost(walk, child, value[child.key]);
  }
  return total;
}

/** A page is counted by what is on it; an empty one as if it were full of bare nodes. */
function connectionCost(walk: Walk, { set, type, page }: Counted, value: Data): number {
  const costs: number[] = [];
  for (const child of childrenOf(walk, set, type)) {
    const list = value[child.key];
    if (!isCounted(child) || !Array.isArray(list)) continue;
    for (const item of list) {
      if (!isData(item)) continue;
      if (child.name === "nodes") costs.push(nodeCost(walk, child.set, child.type, item));
      else if (child.name === "edges") costs.push(edgeCost(walk, child.set, child.type, item));
    }
  }
  const count = costs.length;
  if (count === 0) return 2 + pageFactor(page);
  const average = costs.reduce((sum, cost) => sum + cost, 0) / count;
  const factor = count <= 2 ? count : pageFactor(count);
  return 2 + Math.floor(factor * average);
}

function edgeCost(walk: Walk, set: SelectionSetNode, type: GraphQLNamedType, edge: Data): number {
  for (const child of childrenOf(walk, set, type)) {
    const node = edge[child.key];
    if (child.name === "node" && child.set && isData(node))
      return nodeCost(walk, child.set, child.type, node);
  }
  return 1;
}

/** A node that leads to further pages is counted by them, not by itself. */
function nodeCost(walk: Walk, set: SelectionSetNode, type: GraphQLNamedType, node: Data): number {
  const leadsOn = childrenOf(walk, set, type).some((child) => isConnection(child.type));
  return (leadsOn ? 0 : 1) + belowCost(walk, set, type, node);
}

interface Child {
  key: string;
  name: string;
  type: GraphQLNamedType;
  set: SelectionSetNode | undefined;
  /** Nodes asked for, where it is a connection. */
  page: number;
}

type Counted = Pick<Child, "type" | "page"> & { set: SelectionSetNode };

function isCounted(child: Child): child is Child & Counted {
  return child.set !== undefined;
}

function childrenOf(walk: Walk, set: SelectionSetNode, type: GraphQLNamedType): Child[] {
  const children: Child[] = [];
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value;
      const found = fieldType(walk.schema, type, name);
      const key = selection.alias?.value ?? name;
      const page = pageSize(selection, walk.variables);
      if (found) children.push({ key, name, type: found, set: selection.selectionSet, page });
      continue;
    }
    const inline = selection.kind === Kind.INLINE_FRAGMENT;
    const definition = inline ? undefined : walk.fragments.get(selection.name.value);
    const inner = inline ? selection.selectionSet : definition?.selectionSet;
    const on = inline ? selection.typeCondition?.name.value : definition?.typeCondition.name.value;
    const narrowed = on ? (walk.schema.getType(on) ?? type) : type;
    if (inner) children.push(...childrenOf(walk, inner, narrowed));
  }
  return children;
}

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
