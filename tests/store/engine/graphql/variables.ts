import {
  type GraphQLInputType,
  type GraphQLSchema,
  getLocation,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  print,
  typeFromAST,
  type VariableDefinitionNode,
} from "graphql";
import { isGlobalId } from "../state/ids";
import { readDateTime } from "../state/time";
import { enumValueNames } from "./enum-order";
import type { TopLevelError } from "./errors";

interface Problem {
  path: (string | number)[];
  explanation: string;
  message?: string;
}

/** Checks the variables a request brings, in Shopify's words. */
export function variableErrors(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Record<string, unknown>,
): TopLevelError[] {
  const errors: TopLevelError[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const type = typeFromAST(schema, definition.type as never) as GraphQLInputType | undefined;
    if (!type) continue;
    const name = definition.variable.name.value;
    const isGiven = Object.hasOwn(given, name) && given[name] !== undefined;
    if (!isGiven && definition.defaultValue) continue;
    const value = isGiven ? given[name] : null;
    const problems = problemsOf(value, type, []);
    if (problems.length > 0) errors.push(describe(definition, value, problems));
  }
  return errors;
}

function describe(definition: VariableDefinitionNode, value: unknown, problems: Problem[]): TopLevelError {
  const places = problems
    .filter((problem) => problem.path.length > 0)
    .map((problem) => `${problem.path.join(".")} (${problem.explanation})`);
  const about = places.length > 0 ? ` for ${places.join(", ")}` : "";
  const { line, column } = positionOf(definition);
  return {
    message: `Variable $${definition.variable.name.value} of type ${print(definition.type)} was provided invalid value${about}`,
    locations: [{ line, column }],
    extensions: { code: "INVALID_VARIABLE", value, problems },
  };
}

function positionOf(definition: VariableDefinitionNode): { line: number; column: number } {
  return definition.loc ? getLocation(definition.loc.source, definition.loc.start) : { line: 1, column: 1 };
}

function problemsOf(value: unknown, type: GraphQLInputType, path: (string | number)[]): Problem[] {
  if (isNonNullType(type)) {
    if (value === null || value === undefined)
      return [{ path, explanation: "Expected value to not be null" }];
    return problemsOf(value, type.ofType, path);
  }
  if (value === null || value === undefined) return [];
  if (isListType(type)) {
    const item = type.ofType as GraphQLInputType;
    if (!Array.isArray(value)) return problemsOf(value, item, path);
    return value.flatMap((each, index) => problemsOf(each, item, [...path, index]));
  }
  if (isInputObjectType(type)) {
    if (typeof value !== "object" || Array.isArray(value)) {
      return [{ path, explanation: `Expected ${ruby(value)} to be a key-value object.` }];
    }
    return objectProblems(value as Record<string, unknown>, type, path);
  }
  if (isEnumType(type)) {
    if (typeof value === "string" && type.getValue(value)) return [];
    return [
      { path, explanation: `Expected ${ruby(value)} to be one of: ${enumValueNames(type).join(", ")}` },
    ];
  }
  return scalarProblems(value, type.name, path);
}

function objectProblems(
  value: Record<string, unknown>,
  type: Extract<GraphQLInputType, { getFields: unknown }>,
  path: (string | number)[],
): Problem[] {
  const fields = type.getFields();
  const unknown = Object.keys(value)
    .filter((key) => !fields[key])
    .map((key) => ({ path: [...path, key], explanation: `Field is not defined on ${type.name}` }));
  const known = Object.values(fields).flatMap((field) => {
    const isGiven = Object.hasOwn(value, field.name) && value[field.name] !== undefined;
    if (!isGiven && field.defaultValue !== undefined) return [];
    return problemsOf(value[field.name], field.type, [...path, field.name]);
  });
  return [...unknown, ...known];
}

function scalarProblems(value: unknown, scalar: string, path: (string | number)[]): Problem[] {
  if (scalar === "ID") {
    const id = typeof value === "number" ? String(value) : value;
    if (typeof id === "string" && isGlobalId(id)) return [];
    const explanation = `Invalid global id '${String(value)}'`;
    return [{ path, explanation, message: explanation }];
  }
  return scalarFits(value, scalar)
    ? []
    : [{ path, explanation: `Could not coerce value ${ruby(value)} to ${scalar}` }];
}

function scalarFits(value: unknown, scalar: string): boolean {
  switch (scalar) {
    case "Int":
      return Number.isInteger(value) && Math.abs(value as number) <= 2 ** 31;
    case "Float":
      return typeof value === "number";
    case "Boolean":
      return typeof value === "boolean";
    case "String":
    case "HTML":
      return typeof value === "string";
    case "Money":
    case "Decimal":
      return typeof value === "number" || (typeof value === "string" && /^-?\d*\.?\d*$/.test(value));
    case "DateTime":
      return typeof value === "string" && readDateTime(value) !== undefined;
    case "JSON":
      return true;
    default:
      return typeof value !== "object";
  }
}

/** Values are shown as Ruby inspects them. */
function ruby(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ruby).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value).map(([key, inner]) => `"${key}"=>${ruby(inner)}`);
    return `{${pairs.join(", ")}}`;
  }
  return value === null ? "nil" : JSON.stringify(value);
}
