import path from "node:path";
import ts from "typescript";
import { type Import, importsOf, type Source } from "./sources";

/** A broken rule, in a sentence that names the file and says what to do instead. */
export type Broken = string;

/** The rooms and which rooms each may import. Anything unlisted is forbidden. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  values: [],
  ui: ["values"],
  platform: ["values", "env"],
  doors: ["platform", "values"],
  features: ["values", "platform", "ui"],
  routes: ["doors", "features", "ui", "values"],
  jobs: ["doors", "features", "platform", "values"],
};

/** Between features: who may read whose public files. Everyone may read settings. */
const MAY_READ: Record<string, readonly string[]> = {
  returns: ["orders", "customers"],
  inbox: ["orders", "customers", "returns", "commitments"],
  notifications: ["orders", "customers", "returns"],
  assistant: ["orders", "customers", "returns", "help-centre", "commitments"],
  commitments: ["orders", "customers", "returns"],
  metrics: ["orders", "customers", "returns"],
};
const PUBLIC_FILES = ["rules", "schema", "facts", "queries.server"];

/** app/features/returns/rules → features; app/env.server → env; root files → root. */
export function roomOf(file: string): string {
  const [, first = "", ...rest] = file.split("/");
  if (rest.length > 0) return first;
  return first.startsWith("env.server") ? "env" : "root";
}

const featureOf = (file: string) => file.split("/")[2] ?? "";

/** Who may import whom: rooms, features and their public files. */
export function brokenImports(source: Source): Broken[] {
  return importsOf(source).flatMap((one) => brokenImport(one) ?? []);
}

function brokenImport(one: Import): Broken | null {
  const from = roomOf(one.file);
  if (!one.target || from === "root" || from === "env") return null;
  if (!one.target.startsWith("app/")) return `${one.file}: imports ${one.specifier}, which is not of the app`;
  const to = roomOf(one.target);
  if (to === from) return from === "features" ? brokenBetweenFeatures(one) : null;
  const allowed = MAY_IMPORT[from];
  if (!allowed) return `${one.file}: app/${from}/ is not a room of the house`;
  if (!allowed.includes(to))
    return `${one.file}: ${from} may not import ${to} (${one.specifier}); allowed: ${allowed.join(", ") || "nothing of ours"}`;
  if (from === "features" && to === "ui" && !one.typeOnly && !one.file.endsWith(".tsx"))
    return `${one.file}: only a feature's .tsx files may import ui (${one.specifier})`;
  return null;
}

function brokenBetweenFeatures(one: Import): Broken | null {
  const target = one.target ?? "";
  const [mine, theirs] = [featureOf(one.file), featureOf(target)];
  if (mine === theirs) return null;
  if (theirs !== "settings" && !MAY_READ[mine]?.includes(theirs))
    return `${one.file}: ${mine} may not read ${theirs} (${one.specifier})`;
  const file = target.split("/").slice(3).join("/");
  if (!PUBLIC_FILES.includes(file))
    return `${one.file}: ${one.specifier} is not a public file of ${theirs}; public: ${PUBLIC_FILES.join(", ")}`;
  return null;
}

const inRooms = (file: string, rooms: string[]) => rooms.includes(roomOf(file));
const inUiFolder = (file: string) => file.split("/").slice(1, -1).includes("ui");

/** Packages and names that only some rooms may touch. */
export function brokenReach(source: Source): Broken[] {
  return importsOf(source).flatMap((one) => {
    const say = (rule: string) => [`${one.file}: ${rule} (${one.specifier})`];
    const { file, specifier, target, names } = one;
    if (specifier.startsWith("@remix-run/") && !inRooms(file, ["routes", "doors", "root"]))
      return say("@remix-run/* belongs to routes, doors and root files");
    if (specifier.startsWith("@shopify/shopify-app-remix") && !inRooms(file, ["routes", "doors", "root"]))
      return say("shopify-app-remix belongs to routes, doors and root files");
    if (/^@shopify\/polaris(-icons)?(\/|$)/.test(specifier) && !inUiFolder(file))
      return say("Polaris belongs to ui folders");
    if (/^(@prisma\/|\.prisma)/.test(specifier) && !one.typeOnly && !mayUsePrisma(file))
      return say("Prisma belongs to stores, queries and platform/database");
    if (
      specifier === "pg" &&
      !file.startsWith("app/platform/database/") &&
      !file.startsWith("app/platform/queue/")
    )
      return say("the raw driver belongs to platform/database and platform/queue");
    if (target === "app/platform/database/database.server" && names.includes("database"))
      if (!file.startsWith("app/platform/database/"))
        return say("the raw client belongs to platform/database");
    if (target === "app/platform/database/shop.server" && (names.includes("mintShop") || names.includes("*")))
      if (!inRooms(file, ["doors"])) return say("only doors mint a Shop");
    if (target?.startsWith("app/platform/database/session-table"))
      if (file !== "app/platform/shopify/session-storage.server.ts")
        return say("the sessions of all shops belong to platform/shopify/session-storage");
    return [];
  });
}

const mayUsePrisma = (file: string) =>
  file.startsWith("app/platform/database/") ||
  /^app\/features\/[^/]+\/([a-z-]+\/)?([a-z-]+-)?(store|queries)\.server\.ts$/.test(file);

/** Prisma's models are spoken to in stores and queries; platform keeps its own few tables. */
export function brokenPrismaUse(source: Source): Broken[] {
  if (roomOf(source.file) === "platform" || mayUsePrisma(source.file)) return [];
  const broken: Broken[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isPropertyAccessExpression(node) &&
      node.name.text === "db" &&
      /^(tx|trx)$/.test(node.expression.getText())
    )
      broken.push(
        `${source.file}:${lineOf(source, node)}: speaks Prisma (tx.db); that belongs to store or queries`,
      );
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
  return broken;
}

/** Only env.server.ts reads the environment. */
export function brokenEnvironment(source: Source): Broken[] {
  if (roomOf(source.file) === "env") return [];
  const broken: Broken[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isPropertyAccessExpression(node) &&
      /^process\.env\b/.test(node.getText()) &&
      node.name.text === "env"
    )
      broken.push(`${source.file}:${lineOf(source, node)}: only app/env.server.ts reads process.env`);
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
  return broken;
}

/** A barrel is a file that only hands on what several other files export, or hands on everything of one. */
export function brokenBarrel(source: Source): Broken[] {
  const { statements } = source.tree;
  const handsOn = statements.filter(
    (one): one is ts.ExportDeclaration => ts.isExportDeclaration(one) && one.moduleSpecifier !== undefined,
  );
  const base = path.posix.basename(source.file).replace(/\.(server\.)?tsx?$/, "");
  if (base === "index" || (handsOn.length > 1 && handsOn.length === statements.length))
    return [`${source.file}: no barrels: import the file that has it`];
  if (handsOn.some((one) => !one.exportClause))
    return [`${source.file}: no "export * from": import the file that has it`];
  return [];
}

const lineOf = (source: Source, node: ts.Node) =>
  source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
