import {
  type ASTNode,
  type DocumentNode,
  doTypesOverlap,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getLocation,
  getNamedType,
  isCompositeType,
  isLeafType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from "graphql";
import type { TopLevelError } from "./errors";
import { argumentErrors } from "./validate-arguments";
import { variableUseErrors } from "./validate-variables";

/** The document against the schema, in the words of Shopify's GraphQL server rather than graphql-js's. */
export function documentErrors(schema: GraphQLSchema, document: DocumentNode): TopLevelError[] {
  const validation = new Validation(schema, document);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) validation.operation(definition);
    if (definition.kind === Kind.FRAGMENT_DEFINITION) validation.fragment(definition);
  }
  return [...validation.errors, ...validation.fragmentUse(), ...variableUseErrors(schema, document)];
}

export type Path = string[];

export function at(node: ASTNode): { line: number; column: number }[] {
  return node.loc ? [getLocation(node.loc.source, node.loc.start)] : [];
}

export function operationPath(operation: OperationDefinitionNode): string {
  return operation.name ? `${operation.operation} ${operation.name.value}` : operation.operation;
}

class Validation {
  readonly errors: TopLevelError[] = [];
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly used = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  operation(operation: OperationDefinitionNode): void {
    const root = this.schema.getRootType(operation.operation);
    if (root) this.selections(operation.selectionSet, root, [operationPath(operation)]);
  }

  fragment(fragment: FragmentDefinitionNode): void {
    const name = fragment.typeCondition.name.value;
    const type = this.schema.getType(name);
    const path = [`fragment ${fragment.name.value}`];
    if (type && isCompositeType(type)) this.selections(fragment.selectionSet, type, path);
    else this.noSuchType(name, fragment.typeCondition, path);
  }

  fragmentUse(): TopLevelError[] {
    return [...this.fragments.values()]
      .filter((fragment) => !this.used.has(fragment.name.value))
      .map((fragment) => ({
        message: `Fragment ${fragment.name.value} was defined, but not used`,
        locations: at(fragment),
        path: [`fragment ${fragment.name.value}`],
        extensions: { code: "useAndDefineFragment", fragmentName: fragment.name.value },
      }));
  }

  private selections(set: SelectionSetNode, type: GraphQLCompositeType, path: Path): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) this.field(selection, type, path);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = selection.name.value;
        this.used.add(name);
        const fragment = this.fragments.get(name);
        if (!fragment) {
          this.errors.push({
            message: `Fragment ${name} was used, but not defined`,
            locations: at(selection),
            path: [...path, `... ${name}`],
            extensions: { code: "useAndDefineFragment", fragmentName: name },
          });
          continue;
        }
        this.spread(fragment.typeCondition.name.value, ` ${name}`, selection, type, path);
      } else {
        const on = selection.typeCondition?.name.value;
        const inner = on ? this.schema.getType(on) : type;
        const below = on ? [...path, `... on ${on}`] : [...path, "..."];
        if (!inner || !isCompositeType(inner)) {
          this.noSuchType(on ?? "", selection.typeCondition ?? selection, below);
          continue;
        }
        if (on) this.spread(on, "", selection, type, path);
        this.selections(selection.selectionSet, inner, below);
      }
    }
  }

  private spread(on: string, label: string, node: ASTNode, parent: GraphQLCompositeType, path: Path): void {
    const type = this.schema.getType(on);
    if (!type || !isCompositeType(type) || doTypesOverlap(this.schema, type, parent)) return;
    this.errors.push({
      message: `Fragment${label} on ${on} can't be spread inside ${parent.name}`,
      locations: at(node),
      path: label ? [...path, `...${label}`] : [...path, `... on ${on}`],
      extensions: {
        code: "cannotSpreadFragment",
        typeName: on,
        fragmentName: label ? label.trim() : "unknown",
        parentName: parent.name,
      },
    });
  }

  private field(node: FieldNode, parent: GraphQLCompositeType, path: Path): void {
    const name = node.name.value;
    const below = [...path, node.alias?.value ?? name];
    const field = this.definition(name, parent);
    if (!field) {
      this.errors.push({
        message: `Field '${name}' doesn't exist on type '${parent.name}'`,
        locations: at(node),
        path: below,
        extensions: { code: "undefinedField", typeName: parent.name, fieldName: name },
      });
      return;
    }
    this.errors.push(...argumentErrors(this.schema, node, field, below));
    const type = getNamedType(field.type);
    if (node.selectionSet && isCompositeType(type)) this.selections(node.selectionSet, type, below);
    else if (node.selectionSet && isLeafType(type)) this.scalarWithSelections(node, type.name, below);
    else if (isCompositeType(type)) this.missingSelections(node, type.name, below);
  }

  private definition(name: string, parent: GraphQLCompositeType): GraphQLField<unknown, unknown> | undefined {
    if (name === "__typename") return TypeNameMetaFieldDef;
    const isQuery = parent === this.schema.getQueryType();
    if (isQuery && name === "__schema") return SchemaMetaFieldDef;
    if (isQuery && name === "__type") return TypeMetaFieldDef;
    return isUnionType(parent) ? undefined : parent.getFields()[name];
  }

  private missingSelections(node: FieldNode, typeName: string, path: Path): void {
    const name = node.name.value;
    this.errors.push({
      message: `Field must have selections (field '${name}' returns ${typeName} but has no selections. Did you mean '${name} { ... }'?)`,
      locations: at(node),
      path,
      extensions: { code: "selectionMismatch", nodeName: `field '${name}'`, typeName },
    });
  }

  private scalarWithSelections(node: FieldNode, typeName: string, path: Path): void {
    const inner = node.selectionSet?.selections.map((each) =>
      each.kind === Kind.FIELD ? each.name.value : "...",
    );
    this.errors.push({
      message: `Selections can't be made on scalars (field '${node.name.value}' returns ${typeName} but has selections [${inner?.map((each) => `"${each}"`).join(", ")}])`,
      locations: at(node),
      path,
      extensions: { code: "selectionMismatch", nodeName: `field '${node.name.value}'`, typeName },
    });
  }

  private noSuchType(name: string, node: ASTNode, path: Path): void {
    this.errors.push({
      message: `No such type ${name}, so it can't be a fragment condition`,
      locations: at(node),
      path,
      extensions: { code: "undefinedType", typeName: name },
    });
  }
}
