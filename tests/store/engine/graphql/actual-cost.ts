import {
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { fieldType, isConnection, isFree, mutationCost, pageFactor } from "./cost";

type Data = Record<string, unknown>;

interface Walk {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** What the answer really cost: the same rules, over what came back. */
export function actualCost(walk: Walk, operation: OperationDefinitionNode, data: Data | null): number {
  const isMutation = operation.operation === "mutation";
  const root = isMutation ? walk.schema.getMutationType() : walk.schema.getQueryType();
  if (!root) return 0;
  const fields = childrenOf(walk, operation.selectionSet, root);
  let total = 0;
  for (const { key, name, type, set } of fields) {
    const value = data?.[key];
    if (!isMutation) {
      total += set ? Math.max(1, valueCost(walk, set, type, value)) : 0;
      continue;
    }
    total += mutationCost(name);
    if (!set || !isData(value) || !isObjectType(type)) continue;
    for (const child of childrenOf(walk, set, type)) {
      if (!child.set || isFree(child.type)) continue;
      const below = valueCost(walk, child.set, child.type, value[child.key]);
      total += isConnection(child.type) ? below : Math.max(0, below - 1);
    }
  }
  return total;
}

function valueCost(walk: Walk, set: SelectionSetNode, type: GraphQLNamedType, value: unknown): number {
  if (isFree(type)) return 0;
  if (Array.isArray(value)) {
    const costs = value.map((item) => valueCost(walk, set, type, item));
    return Math.max(1, ...costs);
  }
  if (!isData(value)) return 0;
  if (isConnection(type)) return connectionCost(walk, set, type, value);
  return 1 + belowCost(walk, set, type, value);
}

function belowCost(walk: Walk, set: SelectionSetNode, type: GraphQLNamedType, value: Data): number {
  let total = 0;
  for (const child of childrenOf(walk, set, type)) {
    if (child.set) total += valueCost(walk, child.set, child.type, value[child.key]);
  }
  return total;
}

function connectionCost(walk: Walk, set: SelectionSetNode, type: GraphQLNamedType, value: Data): number {
  const costs: number[] = [];
  for (const child of childrenOf(walk, set, type)) {
    const list = value[child.key];
    if (!child.set || !Array.isArray(list)) continue;
    for (const item of list) {
      if (!isData(item)) continue;
      if (child.name === "nodes") costs.push(1 + belowCost(walk, child.set, child.type, item));
      else if (child.name === "edges") costs.push(Math.max(1, belowCost(walk, child.set, child.type, item)));
    }
  }
  const count = costs.length;
  if (count === 0) return 3;
  const average = costs.reduce((sum, cost) => sum + cost, 0) / count;
  const factor = count <= 2 ? count : pageFactor(count);
  return 2 + Math.floor(factor * average);
}

interface Child {
  key: string;
  name: string;
  type: GraphQLNamedType;
  set: SelectionSetNode | undefined;
}

function childrenOf(walk: Walk, set: SelectionSetNode, type: GraphQLNamedType): Child[] {
  const children: Child[] = [];
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value;
      const found = fieldType(walk.schema, type, name);
      const key = selection.alias?.value ?? name;
      if (found) children.push({ key, name, type: found, set: selection.selectionSet });
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
