import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/**
 * Requested cost, by the rules fitted to real answers: an object costs 1; a connection 2 plus a factor of its page
 * size times its node; a mutation 10, its payload and what hangs directly on it included.
 */
export const MUTATION_COST = 10;

const MUTATION_COSTS: Record<string, number> = { refundCreate: 20, fulfillmentTrackingInfoUpdate: 50 };

/** Amounts, errors and page info travel free. */
const FREE_TYPES = new Set(["MoneyBag", "MoneyV2", "PageInfo"]);

export interface CostInput {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
}

export function pageFactor(size: number): number {
  return size < 1 ? 1 : Math.max(1, Math.floor(2 * Math.log(size)));
}

export function mutationCost(field: string): number {
  return MUTATION_COSTS[field] ?? MUTATION_COST;
}

export function isFree(type: GraphQLNamedType): boolean {
  return isLeafType(type) || FREE_TYPES.has(type.name) || type.name.endsWith("UserError");
}

export function isConnection(type: GraphQLNamedType): boolean {
  return isObjectType(type) && type.name.endsWith("Connection");
}

export function requestedCost(input: CostInput): number {
  const { schema, operation } = input;
  if (operation.operation !== "mutation") {
    const query = schema.getQueryType();
    return query ? new Requested(input).selections(operation.selectionSet, query) : 0;
  }
  const mutation = schema.getMutationType();
  if (!mutation) return 0;
  const requested = new Requested(input);
  let total = 0;
  for (const field of requested.fields(operation.selectionSet, mutation)) {
    total += mutationCost(field.name.value) + requested.payload(field, mutation);
  }
  return total;
}

class Requested {
  constructor(private readonly input: CostInput) {}

  /** What hangs directly on a payload is part of the mutation's price; what is below is not. */
  payload(field: FieldNode, mutation: GraphQLObjectType): number {
    const payload = this.typeOf(field, mutation);
    if (!payload || !isObjectType(payload) || !field.selectionSet) return 0;
    let total = 0;
    for (const child of this.fields(field.selectionSet, payload)) {
      const type = this.typeOf(child, payload);
      if (!type || isFree(type) || !child.selectionSet) continue;
      total += isConnection(type) ? this.connection(child, type) : this.selections(child.selectionSet, type);
    }
    return total;
  }

  selections(set: SelectionSetNode, type: GraphQLNamedType): number {
    let total = 0;
    for (const field of this.fields(set, type)) total += this.field(field, type);
    for (const cost of this.branches(set, type)) total += cost;
    return total;
  }

  private field(field: FieldNode, parent: GraphQLNamedType): number {
    const type = this.typeOf(field, parent);
    if (!type || isFree(type) || !field.selectionSet) return 0;
    if (isConnection(type)) return this.connection(field, type);
    return 1 + this.selections(field.selectionSet, type);
  }

  private connection(field: FieldNode, type: GraphQLNamedType): number {
    if (!field.selectionSet || !isObjectType(type)) return 0;
    let node = 1;
    for (const child of this.fields(field.selectionSet, type)) {
      if (child.name.value === "nodes") node += this.below(child, type);
      if (child.name.value !== "edges" || !child.selectionSet) continue;
      const edge = this.typeOf(child, type);
      if (!edge) continue;
      for (const inner of this.fields(child.selectionSet, edge)) {
        if (inner.name.value === "node") node += this.below(inner, edge);
      }
    }
    return 2 + pageFactor(pageSize(field, this.input.variables)) * node;
  }

  private below(field: FieldNode, parent: GraphQLNamedType): number {
    const type = this.typeOf(field, parent);
    return type && field.selectionSet ? this.selections(field.selectionSet, type) : 0;
  }

  /** Fields of the type itself, through fragments that always apply. */
  *fields(set: SelectionSetNode, type: GraphQLNamedType): Generator<FieldNode> {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        yield selection;
        continue;
      }
      const { on, inner } = this.fragment(selection);
      if (inner && (!on || on === type.name || isCovering(this.input.schema.getType(on), type))) {
        yield* this.fields(inner, type);
      }
    }
  }

  /** Type conditions that narrow an abstract type: each costs what it selects. */
  private *branches(set: SelectionSetNode, type: GraphQLNamedType): Generator<number> {
    if (!isCompositeType(type)) return;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) continue;
      const { on, inner } = this.fragment(selection);
      if (!inner || !on || on === type.name) continue;
      const narrowed = this.input.schema.getType(on);
      if (narrowed && !isCovering(narrowed, type)) yield this.selections(inner, narrowed);
    }
  }

  private fragment(selection: Exclude<SelectionSetNode["selections"][number], FieldNode>) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return { on: selection.typeCondition?.name.value, inner: selection.selectionSet };
    }
    const definition = this.input.fragments.get(selection.name.value);
    return { on: definition?.typeCondition.name.value, inner: definition?.selectionSet };
  }

  private typeOf(field: FieldNode, parent: GraphQLNamedType): GraphQLNamedType | undefined {
    return fieldType(this.input.schema, parent, field.name.value);
  }
}

/** How many nodes a field asks for; one if it does not say. */
export function pageSize(field: FieldNode, variables: Record<string, unknown>): number {
  for (const argument of field.arguments ?? []) {
    if (argument.name.value !== "first" && argument.name.value !== "last") continue;
    if (argument.value.kind === Kind.INT) return Number(argument.value.value);
    if (argument.value.kind === Kind.VARIABLE) {
      const value = variables[argument.value.name.value];
      if (typeof value === "number") return value;
    }
  }
  return 1;
}

/** The type of a field, those of introspection included. */
export function fieldType(
  schema: GraphQLSchema,
  parent: GraphQLNamedType,
  name: string,
): GraphQLNamedType | undefined {
  if (name === "__type") return schema.getType("__Type");
  if (name === "__schema") return schema.getType("__Schema");
  if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
  const found = parent.getFields()[name];
  return found ? getNamedType(found.type) : undefined;
}

/** Does a condition on `wide` always hold for `type`? */
function isCovering(wide: GraphQLNamedType | undefined, type: GraphQLNamedType): boolean {
  return isInterfaceType(wide) && isObjectType(type) && type.getInterfaces().includes(wide);
}
