import type { FieldNode, GraphQLSchema } from "graphql";
import { getArgumentValues } from "graphql";
import type { TopLevelError } from "./errors";
import { at } from "./validate";

const LARGEST_ARRAY = 250;

/** Arrays handed to a root field may hold 250 entries. */
export function inputSizeErrors(
  schema: GraphQLSchema,
  fields: Iterable<FieldNode>,
  variables: Record<string, unknown>,
): TopLevelError[] {
  const known = { ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() };
  const errors: TopLevelError[] = [];
  for (const node of fields) {
    const field = known[node.name.value];
    if (!field) continue;
    const path = node.alias?.value ?? node.name.value;
    for (const found of tooLong(getArgumentValues(field, node, variables), [path])) {
      errors.push({
        message: `The input array size of ${found.size} is greater than the maximum allowed of ${LARGEST_ARRAY}.`,
        locations: at(node),
        path: found.path,
        extensions: { code: "MAX_INPUT_SIZE_EXCEEDED" },
      });
    }
  }
  return errors;
}

function* tooLong(
  value: unknown,
  path: (string | number)[],
): Generator<{ size: number; path: (string | number)[] }> {
  if (Array.isArray(value)) {
    if (value.length > LARGEST_ARRAY) yield { size: value.length, path };
    for (const [index, item] of value.entries()) yield* tooLong(item, [...path, index]);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* tooLong(item, [...path, key]);
  }
}
