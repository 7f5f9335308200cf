import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import ts from "typescript";

/** One import as written: from which file, what it names, and our own file it leads to, if it is ours. */
export type Import = {
  file: string;
  /** as written: "~/values/ids", "./store.server", "react" */
  specifier: string;
  /** path from the project's root without extension, or null for a package */
  target: string | null;
  names: string[];
  typeOnly: boolean;
};

export type Source = { file: string; text: string; tree: ts.SourceFile };

/** Every file of the project that git tracks, or that is new and not ignored. */
export function projectFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return [...new Set(listed.split("\n").filter((file) => file && fs.existsSync(file)))].sort();
}

export const readSource = (file: string, text = fs.readFileSync(file, "utf8")): Source => ({
  file,
  text,
  tree: ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  ),
});

/** Every file under app/ that TypeScript reads, declarations aside. */
export const appSources = (): Source[] =>
  projectFiles()
    .filter((file) => /^app\/.*\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
    .map((file) => readSource(file));

/** What a file imports: static, re-exported and dynamic. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, names: string[], typeOnly: boolean) =>
    found.push({ file: source.file, specifier, target: targetOf(source.file, specifier), names, typeOnly });
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const { importClause: clause } = node;
      add(node.moduleSpecifier.text, namesOf(clause), clause?.isTypeOnly ?? false);
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      add(node.moduleSpecifier.text, ["*"], node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [what] = node.arguments;
      if (what && ts.isStringLiteralLike(what)) add(what.text, ["*"], false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) add(node.argument.literal.text, ["*"], true);
    }
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
  return found;
}

function namesOf(clause: ts.ImportClause | undefined): string[] {
  if (!clause) return [];
  const bindings = clause.namedBindings;
  const named = bindings
    ? ts.isNamespaceImport(bindings)
      ? ["*"]
      : bindings.elements.map((one) => (one.propertyName ?? one.name).text)
    : [];
  return clause.name ? ["default", ...named] : named;
}

function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith("~/")) return path.posix.join("app", specifier.slice(2));
  if (specifier.startsWith("#tests/")) return path.posix.join("tests", specifier.slice(7));
  if (specifier.startsWith(".")) return path.posix.join(path.posix.dirname(file), specifier);
  return null;
}
