import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  type VariableDefinitionNode,
  type VariableNode,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { TopLevelError } from "./errors";
import { at, operationPath } from "./validate";

interface Use {
  node: VariableNode;
  argument: string;
  type: GraphQLInputType | undefined;
  hasDefault: boolean;
}

/** Are variables declared, used, and used where their type fits? */
export function variableUseErrors(schema: GraphQLSchema, document: DocumentNode): TopLevelError[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? ofOperation(schema, definition, fragments) : [],
  );
}

function ofOperation(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Map<string, FragmentDefinitionNode>,
): TopLevelError[] {
  const errors: TopLevelError[] = [];
  const path = [operationPath(operation)];
  const owner = operation.name?.value ?? `anonymous ${operation.operation}`;
  const declared = new Map(
    (operation.variableDefinitions ?? []).map((each) => [each.variable.name.value, each]),
  );
  const uses = usesIn(schema, operation, fragments, new Set());
  for (const use of uses) {
    const name = use.node.name.value;
    const definition = declared.get(name);
    if (!definition) {
      errors.push({
        message: `Variable $${name} is used by ${owner} but not declared`,
        locations: at(use.node),
        path,
        extensions: { code: "variableNotDefined", variableName: name },
      });
    } else errors.push(...mismatch(schema, definition, use, path));
  }
  for (const [name, definition] of declared) {
    const type = typeFromAST(schema, definition.type as never);
    if (!type || !isInputType(type)) {
      errors.push({
        message: `${namedType(definition)} isn't a defined input type (on $${name})`,
        locations: at(definition),
        path,
        extensions: {
          code: "variableRequiresValidType",
          typeName: namedType(definition),
          variableName: name,
        },
      });
    }
    if (uses.some((use) => use.node.name.value === name)) continue;
    errors.push({
      message: `Variable $${name} is declared by ${owner} but not used`,
      locations: at(definition),
      path,
      extensions: { code: "variableNotUsed", variableName: name },
    });
  }
  return errors;
}

function namedType(definition: VariableDefinitionNode): string {
  let type = definition.type;
  while (type.kind !== Kind.NAMED_TYPE) type = type.type;
  return type.name.value;
}

function usesIn(
  schema: GraphQLSchema,
  node: OperationDefinitionNode | FragmentDefinitionNode,
  fragments: Map<string, FragmentDefinitionNode>,
  seen: Set<string>,
): Use[] {
  const info = new TypeInfo(schema);
  const uses: Use[] = [];
  const spreads: string[] = [];
  let field = "";
  visit(
    node,
    visitWithTypeInfo(info, {
      VariableDefinition: () => false,
      FragmentSpread: (spread) => void spreads.push(spread.name.value),
      ObjectField: (object) => {
        field = object.name.value;
      },
      Argument: (argument) => {
        field = argument.name.value;
      },
      Variable: (variable) => {
        uses.push({
          node: variable,
          argument: field,
          type: info.getInputType() ?? undefined,
          hasDefault: info.getDefaultValue() !== undefined,
        });
      },
    }),
  );
  for (const name of spreads) {
    const fragment = fragments.get(name);
    if (!fragment || seen.has(name)) continue;
    seen.add(name);
    uses.push(...usesIn(schema, fragment, fragments, seen));
  }
  return uses;
}

function mismatch(
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  use: Use,
  path: string[],
): TopLevelError[] {
  const type = typeFromAST(schema, definition.type as never) as GraphQLInputType | undefined;
  if (!type || !use.type) return [];
  const hasDefault =
    use.hasDefault || (definition.defaultValue !== undefined && definition.defaultValue.kind !== Kind.NULL);
  const wanted = isNonNullType(use.type) && !isNonNullType(type) && hasDefault ? use.type.ofType : use.type;
  const reason = differs(type, wanted as GraphQLInputType);
  if (!reason) return [];
  const name = definition.variable.name.value;
  return [
    {
      message: `${reason} on variable $${name} and argument ${use.argument} (${String(type)} / ${String(use.type)})`,
      locations: at(use.node),
      path: [...path],
      extensions: {
        code: "variableMismatch",
        variableName: name,
        typeName: String(type),
        argumentName: use.argument,
        errorMessage: reason,
      },
    },
  ];
}

function differs(given: GraphQLInputType, wanted: GraphQLInputType): string | undefined {
  if (isNonNullType(wanted)) {
    return isNonNullType(given)
      ? differs(given.ofType, wanted.ofType)
      : (differs(given, wanted.ofType) ?? "Nullability mismatch");
  }
  if (isNonNullType(given)) return differs(given.ofType, wanted);
  if (isListType(wanted)) {
    return isListType(given)
      ? differs(given.ofType as GraphQLInputType, wanted.ofType as GraphQLInputType)
      : "List dimension mismatch";
  }
  if (isListType(given)) return "List dimension mismatch";
  return given === wanted ? undefined : "Type mismatch";
}
