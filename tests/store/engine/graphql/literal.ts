import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  Kind,
  print,
  type ValueNode,
} from "graphql";
import { isGlobalId } from "../state/ids";
import { readDateTime } from "../state/time";

/** Can a literal be read as the type? Nested input objects are looked at by the caller. */
export function literalFits(value: ValueNode, type: GraphQLInputType): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (isNonNullType(type)) return value.kind !== Kind.NULL && literalFits(value, type.ofType);
  if (value.kind === Kind.NULL) return true;
  if (isListType(type)) {
    const item = type.ofType as GraphQLInputType;
    return value.kind === Kind.LIST
      ? value.values.every((each) => literalFits(each, item))
      : literalFits(value, item);
  }
  if (isInputObjectType(type)) return value.kind === Kind.OBJECT;
  if (isEnumType(type)) return value.kind === Kind.ENUM && type.getValue(value.value) !== undefined;
  return isScalarType(type) && scalarFits(value, type.name);
}

function scalarFits(value: ValueNode, scalar: string): boolean {
  switch (scalar) {
    case "Int":
      return value.kind === Kind.INT && Math.abs(Number(value.value)) <= 2 ** 31;
    case "Float":
      return value.kind === Kind.INT || value.kind === Kind.FLOAT;
    case "Boolean":
      return value.kind === Kind.BOOLEAN;
    case "String":
      return value.kind === Kind.STRING;
    case "ID":
      return value.kind === Kind.STRING || value.kind === Kind.INT;
    case "Money":
    case "Decimal":
      return value.kind === Kind.STRING || value.kind === Kind.INT || value.kind === Kind.FLOAT;
    case "DateTime":
      return value.kind === Kind.STRING && readDateTime(value.value) !== undefined;
    case "JSON":
      return true;
    default:
      return value.kind !== Kind.OBJECT && value.kind !== Kind.LIST;
  }
}

/** An id literal that is no global id gets an error of its own. */
export function brokenGlobalId(value: ValueNode, type: GraphQLInputType): string | undefined {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (!isScalarType(bare) || bare.name !== "ID") return undefined;
  if (value.kind !== Kind.STRING && value.kind !== Kind.INT) return undefined;
  return isGlobalId(value.value) ? undefined : value.value;
}

export function show(value: ValueNode): string {
  return print(value);
}
