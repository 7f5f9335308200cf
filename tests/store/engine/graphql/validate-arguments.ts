import {
  type ArgumentNode,
  type DirectiveNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type ObjectFieldNode,
  type ValueNode,
} from "graphql";
import type { TopLevelError } from "./errors";
import { brokenGlobalId, literalFits, show } from "./literal";
import { at, type Path } from "./validate";

/** Something that takes arguments: a field, a directive or an input object. */
interface Taker {
  kind: "Field" | "Directive" | "InputObject";
  name: string;
}

export function argumentErrors(
  schema: GraphQLSchema,
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  path: Path,
): TopLevelError[] {
  const taker: Taker = { kind: "Field", name: node.name.value };
  return [
    ...given(node.arguments ?? [], field.args, taker, path),
    ...missing(node, node.arguments ?? [], field.args, taker, path),
    ...(node.directives ?? []).flatMap((directive) => directiveErrors(schema, directive, path)),
  ];
}

function directiveErrors(schema: GraphQLSchema, node: DirectiveNode, path: Path): TopLevelError[] {
  const name = node.name.value;
  const directive = schema.getDirective(name);
  if (!directive) {
    return [
      {
        message: `Directive @${name} is not defined`,
        locations: at(node),
        path,
        extensions: { code: "undefinedDirective", directiveName: name },
      },
    ];
  }
  const taker: Taker = { kind: "Directive", name };
  return [
    ...given(node.arguments ?? [], directive.args, taker, path),
    ...missing(node, node.arguments ?? [], directive.args, taker, path),
  ];
}

function given(
  nodes: readonly (ArgumentNode | ObjectFieldNode)[],
  args: readonly GraphQLArgument[],
  taker: Taker,
  path: Path,
): TopLevelError[] {
  return nodes.flatMap((node) => {
    const name = node.name.value;
    const argument = args.find((each) => each.name === name);
    const below = [...path, name];
    return argument
      ? valueErrors(node.value, argument.type, name, taker, node, below)
      : [notAccepted(node, taker, below)];
  });
}

function notAccepted(node: ArgumentNode | ObjectFieldNode, taker: Taker, path: Path): TopLevelError {
  return {
    message: `${taker.kind} '${taker.name}' doesn't accept argument '${node.name.value}'`,
    locations: at(node),
    path,
    extensions: {
      code: "argumentNotAccepted",
      name: taker.name,
      typeName: taker.kind,
      argumentName: node.name.value,
    },
  };
}

function missing(
  node: FieldNode | DirectiveNode,
  nodes: readonly ArgumentNode[],
  args: readonly GraphQLArgument[],
  taker: Taker,
  path: Path,
): TopLevelError[] {
  const names = args
    .filter((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined)
    .map((argument) => argument.name)
    .filter((name) => !nodes.some((each) => each.name.value === name));
  if (names.length === 0) return [];
  const list = names.join(", ");
  return [
    {
      message: `${taker.kind} '${taker.name}' is missing required arguments: ${list}`,
      locations: at(node),
      path,
      extensions: {
        code: "missingRequiredArguments",
        className: taker.kind,
        name: taker.name,
        arguments: list,
      },
    },
  ];
}

function valueErrors(
  value: ValueNode,
  type: GraphQLInputType,
  name: string,
  taker: Taker,
  node: ArgumentNode | ObjectFieldNode,
  path: Path,
): TopLevelError[] {
  const broken = brokenGlobalId(value, type);
  if (broken !== undefined) {
    return [
      {
        message: `Invalid global id '${broken}'`,
        locations: at(node),
        path,
        extensions: { code: "argumentLiteralsIncompatible", typeName: "CoercionError" },
      },
    ];
  }
  if (!literalFits(value, type)) {
    return [
      {
        message: `Argument '${name}' on ${taker.kind} '${taker.name}' has an invalid value (${show(value)}). Expected type '${String(type)}'.`,
        locations: at(node),
        path,
        extensions: {
          code: "argumentLiteralsIncompatible",
          typeName: taker.kind,
          argumentName: name,
        },
      },
    ];
  }
  return nested(value, type, path);
}

/** Input objects inside a literal are checked like fields: what they take, and what they lack. */
function nested(value: ValueNode, type: GraphQLInputType, path: Path): TopLevelError[] {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) {
    const item = bare.ofType as GraphQLInputType;
    const values = value.kind === Kind.LIST ? value.values : [value];
    return values.flatMap((each, index) =>
      nested(each, item, value.kind === Kind.LIST ? [...path, String(index)] : path),
    );
  }
  if (!isInputObjectType(bare) || value.kind !== Kind.OBJECT) return [];
  const fields = Object.values(bare.getFields()) as unknown as GraphQLArgument[];
  const taker: Taker = { kind: "InputObject", name: bare.name };
  const lacking = fields
    .filter((field) => isNonNullType(field.type) && field.defaultValue === undefined)
    .filter((field) => !value.fields.some((each) => each.name.value === field.name))
    .map((field) => ({
      message: `Argument '${field.name}' on InputObject '${bare.name}' is required. Expected type ${String(field.type)}`,
      locations: at(value),
      path: [...path, field.name],
      extensions: {
        code: "missingRequiredInputObjectAttribute",
        argumentName: field.name,
        argumentType: String(field.type),
        inputObjectType: bare.name,
      },
    }));
  return [...lacking, ...given(value.fields, fields, taker, path)];
}
